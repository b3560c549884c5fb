// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Ten digits. What is typed shows as dots; a wrong PIN says so and clears it.
Column {
    id: pad

    required property KioskView kiosk
    property string pin
    property bool wrong: false
    readonly property bool locked: kiosk.pinLockSeconds > 0

    function press(key: string) {
        kiosk.touched()
        wrong = false
        if (key === "back")
            pin = pin.slice(0, -1)
        else if (key === "ok")
            kiosk.unlock(pin)
        else if (pin.length < 12)
            pin += key
    }

    spacing: 16

    Connections {
        target: pad.kiosk
        function onUnlocked(right) {
            pad.pin = ""
            pad.wrong = !right
        }
    }
    KioskText {
        width: parent.width
        px: 34
        color: pad.wrong || pad.locked ? Theme.danger : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        text: pad.locked ? qsTr("Too many tries. Wait %1 s.").arg(pad.kiosk.pinLockSeconds)
            : pad.wrong ? qsTr("That PIN is not known here.")
            : pad.pin ? "•".repeat(pad.pin.length) : qsTr("Type your PIN")
        Accessible.name: pad.pin && !pad.wrong ? qsTr("%n digits", "", pad.pin.length) : text
    }
    Grid {
        columns: 3
        spacing: 12
        anchors.horizontalCenter: parent.horizontalCenter

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "ok"]

            AppButton {
                required property string modelData

                width: (pad.width - 24) / 3
                kind: modelData === "ok" ? AppButton.Primary : AppButton.Secondary
                loading: modelData === "ok" && (pad.kiosk?.unlocking ?? false)
                loadingText: ""
                enabled: !pad.locked && (modelData !== "ok" || (pad.pin?.length ?? 0) >= 4)
                iconName: modelData === "back" ? "delete" : modelData === "ok" ? "check" : ""
                text: modelData.length === 1 ? modelData : ""
                Accessible.name: modelData === "back" ? qsTr("Delete the last digit") : modelData === "ok" ? qsTr("Unlock") : modelData
                onClicked: pad.press(modelData)
            }
        }
    }
}
