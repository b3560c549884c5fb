// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Where, whether it has been sent, and the time.
Item {
    id: top

    required property KioskView kiosk
    required property bool portrait
    property color ink: "#FFFFFF"
    readonly property int px: portrait ? 36 : 32
    readonly property var card: kiosk.card
    readonly property bool confirmed: card ? card.confirmed === true : false
    readonly property string place: portrait || !kiosk.gate ? kiosk.project : kiosk.project + " · " + kiosk.gate

    implicitHeight: 56

    KioskText {
        anchors { left: parent.left; right: state.left; rightMargin: 32; verticalCenter: parent.verticalCenter }
        px: top.px
        color: top.ink
        text: top.place
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Row {
        id: state

        anchors { right: time.left; rightMargin: 40; verticalCenter: parent.verticalCenter }
        spacing: 12
        AppIcon {
            anchors.verticalCenter: parent.verticalCenter
            iconName: top.confirmed ? "circle-check" : "circle-arrow-up"
            color: top.ink
            size: 40
        }
        KioskText {
            anchors.verticalCenter: parent.verticalCenter
            px: top.px
            color: top.ink
            text: top.confirmed ? qsTr("Sent and confirmed") : qsTr("Kept here, to be sent")
            wrapMode: Text.NoWrap
        }
    }
    KioskText {
        id: time

        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        px: top.portrait ? 42 : 38
        font.weight: Font.Bold
        color: top.ink
        text: top.kiosk.clock
        wrapMode: Text.NoWrap
    }
}
