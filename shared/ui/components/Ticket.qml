// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A velvet card with two notches and a lit edge between its parts: call time, badge. `upper` and `lower` take items;
// `ground` is what it stands on, shown through the notches; `lowerColor` may be white for a code.
Item {
    id: ticket

    property alias upper: top.data
    property alias lower: bottom.data
    property color ground: Theme.canvas
    property color lowerColor: Theme.velvet
    property int padding: 18
    readonly property bool split: lowerColor !== Theme.velvet

    implicitWidth: 360
    implicitHeight: cut.y + cut.height + (bottom.implicitHeight > 0 ? bottom.implicitHeight + padding + 10 : 0)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusTicket
        color: ticket.lowerColor
    }
    Rectangle {
        visible: ticket.split
        width: parent.width
        height: cut.y + cut.height
        radius: Theme.radiusTicket
        color: Theme.velvet
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.radiusTicket
            color: Theme.velvet
        }
    }
    Column {
        id: top

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: ticket.padding }
        spacing: 8
    }
    Item {
        id: cut

        y: top.y + top.implicitHeight + 10
        width: parent.width
        height: 24

        Rectangle { x: -12; anchors.verticalCenter: parent.verticalCenter; width: 24; height: 24; radius: 12; color: ticket.ground }
        Rectangle { x: parent.width - 12; anchors.verticalCenter: parent.verticalCenter; width: 24; height: 24; radius: 12; color: ticket.ground }
        // The outer halves of the notches are ground already, so nothing sticks out of the card.
        BulbRow {
            anchors { left: parent.left; right: parent.right; leftMargin: 22; rightMargin: 22; verticalCenter: parent.verticalCenter }
            edge: true
        }
    }
    Column {
        id: bottom

        anchors { left: parent.left; right: parent.right; top: cut.bottom; margins: ticket.padding; topMargin: 8 }
        spacing: 12
    }
}
