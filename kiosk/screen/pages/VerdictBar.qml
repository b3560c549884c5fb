// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// The foot of a verdict: the person, what follows, and the one thing that can be done.
Rectangle {
    id: bar

    required property KioskView kiosk
    required property bool portrait
    readonly property var card: kiosk.card
    readonly property var look: Verdicts.of(card.group || "unknown")
    readonly property bool showFace: !!card.name
    signal decide()

    color: look.bar

    Rectangle {
        id: plate

        visible: bar.showFace
        x: bar.portrait ? 64 : 48
        y: bar.portrait ? 44 : (bar.height - height) / 2
        width: 152
        height: 152
        radius: 20
        color: bar.look.plate

        KioskText {
            anchors.centerIn: parent
            px: 68
            showy: true
            color: bar.look.bar
            text: bar.card.initials || Words.initials(bar.card.name || "")
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Column {
        x: bar.showFace ? plate.x + plate.width + 32 : plate.x
        anchors.verticalCenter: plate.verticalCenter
        width: (bar.portrait ? bar.width - 64 : button.visible ? button.x - 24 : bar.width - 48) - x

        KioskText {
            width: parent.width
            px: 38
            color: "#FFFFFF"
            text: VerdictWords.barTitle(bar.card)
            elide: Text.ElideRight
            maximumLineCount: 2
        }
        KioskText {
            width: parent.width
            topPadding: 6
            px: 34
            font.weight: Font.Normal
            color: "#FFFFFF"
            text: VerdictWords.barLine(bar.card)
            elide: Text.ElideRight
            maximumLineCount: 2
            visible: text !== ""
        }
    }
    AppButton {
        id: button

        readonly property string group: bar.card.group || ""

        visible: group === "arrival" || group === "departure" ? bar.kiosk.undoSeconds > 0 : group !== "already"
        height: 112
        width: bar.portrait ? bar.width - 128 : implicitWidth
        x: bar.width - width - (bar.portrait ? 64 : 48)
        y: bar.portrait ? bar.height - height - 48 : (bar.height - height) / 2
        kind: group === "arrival" || group === "departure" ? AppButton.InverseOutline : AppButton.Inverse
        inverseInk: group === "refused" ? bar.look.bar : "#1A1417"
        iconName: group === "attention" ? "key-round" : group === "refused" ? "bell-ring" : group === "unknown" ? "search" : "undo-2"
        text: group === "attention" ? qsTr("Decide")
            : group === "refused" ? qsTr("Call")
            : group === "unknown" ? (bar.kiosk.namesAllowed ? qsTr("Search the name") : qsTr("Enter the code"))
            : qsTr("Undo · %1 s").arg(bar.kiosk.undoSeconds)
        onClicked: {
            if (group === "attention")
                bar.decide()
            else if (group === "refused")
                bar.kiosk.verdictShown("call")
            else if (group === "unknown")
                bar.kiosk.openSearch()
            else
                bar.kiosk.undo()
        }
    }
}
