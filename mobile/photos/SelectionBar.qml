// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// What stands for the header while photos are chosen: how many, and what to do with them.
Rectangle {
    id: bar

    property int count: 0
    signal closed()
    signal allWanted()
    signal editWanted()
    signal cullWanted()

    implicitHeight: Math.max(56, words.implicitHeight + 16)
    color: Theme.ink
    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text

    IconButton { id: close; x: 6; anchors.verticalCenter: parent.verticalCenter; iconName: "x"; color: Theme.canvas; text: qsTr("End the selection"); onClicked: bar.closed() }
    AppText {
        id: words

        anchors { left: close.right; right: tools.left; leftMargin: 4; rightMargin: 4; verticalCenter: parent.verticalCenter }
        text: qsTr("%n selected", "", bar.count)
        strong: true
        color: Theme.canvas
    }
    Row {
        id: tools

        anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
        IconButton { iconName: "check-check"; color: Theme.canvas; text: qsTr("Select all"); onClicked: bar.allWanted() }
        IconButton { iconName: "eye"; color: Theme.canvas; text: qsTr("Cull these"); enabled: bar.count > 0; onClicked: bar.cullWanted() }
        IconButton { iconName: "pencil"; color: Theme.canvas; text: qsTr("Edit these"); enabled: bar.count > 0; onClicked: bar.editWanted() }
    }
}
