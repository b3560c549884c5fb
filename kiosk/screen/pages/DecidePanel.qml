// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// A supervisor decides about somebody who was let through with attention.
Item {
    id: panel

    required property KioskView kiosk
    readonly property bool open: !kiosk.hasPins || kiosk.operatorName !== ""
    signal closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        MouseArea { anchors.fill: parent; onClicked: panel.closed() }
    }
    Rectangle {
        anchors.centerIn: parent
        width: 620
        height: content.height + 96
        radius: 24
        color: Theme.surface
        border { width: 1; color: Theme.edge }
        MouseArea { anchors.fill: parent; onClicked: panel.kiosk.touched() }

        Column {
            id: content

            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 48 }
            spacing: 24

            KioskText {
                width: parent.width
                px: 40
                showy: true
                text: panel.open ? VerdictWords.title(panel.kiosk.card) : qsTr("Supervisor's PIN")
            }
            PinPad {
                visible: !panel.open
                width: parent.width
                kiosk: panel.kiosk
            }
            AppButton {
                visible: panel.open
                width: parent.width
                kind: AppButton.Primary
                iconName: "check"
                text: qsTr("Leave it recorded")
                onClicked: panel.kiosk.dismiss()
            }
            AppButton {
                visible: panel.open
                width: parent.width
                iconName: "undo-2"
                text: qsTr("Take it back")
                enabled: panel.kiosk.undoSeconds > 0
                onClicked: panel.kiosk.undo()
            }
            AppButton {
                width: parent.width
                kind: AppButton.Quiet
                text: qsTr("Close")
                onClicked: panel.closed()
            }
        }
    }
}
