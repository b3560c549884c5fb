// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// The frame, one sentence, and the way for people without a badge. A disk that refuses replaces the sentence.
Column {
    id: invitation

    required property KioskView kiosk
    property real unit: 1

    BadgePicture {
        anchors.horizontalCenter: parent.horizontalCenter
        unit: invitation.unit
    }
    Item { width: 1; height: 52 * invitation.unit }
    KioskText {
        width: parent.width
        visible: !trouble.visible
        px: Math.round(84 * invitation.unit)
        showy: true
        text: qsTr("Show your badge")
        horizontalAlignment: Text.AlignHCenter
    }
    KioskText {
        width: parent.width
        visible: !trouble.visible
        topPadding: 12 * invitation.unit
        px: Math.max(28, Math.round(40 * invitation.unit))
        font.weight: Font.Normal
        color: Theme.ink2
        text: invitation.kiosk.noCamera ? qsTr("to the scanner. No camera is connected.") : qsTr("to the camera, a hand away")
        horizontalAlignment: Text.AlignHCenter
    }
    Rectangle {
        id: trouble

        visible: invitation.kiosk.trouble !== ""
        width: parent.width
        height: visible ? words.implicitHeight + 48 : 0
        radius: 20
        color: Verdicts.of("attention").ground
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.title + " " + words.text

        KioskText {
            id: words

            readonly property string title: qsTr("The last scan was not kept.")

            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 32 }
            px: Math.max(28, Math.round(36 * invitation.unit))
            color: Verdicts.of("attention").text
            text: title + " " + qsTr("The device can't write to its disk. Tell the coordinator, use paper meanwhile.")
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
