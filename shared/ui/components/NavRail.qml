// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// The side of a tablet: logo, tabs, and at the foot whatever `foot` holds (a stacked SyncPill).
Rectangle {
    id: rail

    property var tabs: []                       // {icon, text, badge}
    property int currentIndex: 0
    property alias foot: footer.data
    signal chosen(int index)

    implicitWidth: 92
    implicitHeight: 600
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Main pages")

    Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Theme.line }
    Logo {
        id: logo

        anchors.horizontalCenter: parent.horizontalCenter
        y: 26
        size: 40
    }
    Column {
        anchors { top: logo.bottom; topMargin: 20; horizontalCenter: parent.horizontalCenter }
        spacing: 4

        Repeater {
            model: rail.tabs

            NavItem {
                required property int index
                required property var modelData

                inRail: true
                width: rail.width - 12
                iconName: modelData.icon
                text: modelData.text
                badge: modelData.badge || 0
                current: index === rail.currentIndex
                onClicked: rail.chosen(index)
            }
        }
    }
    Item {
        id: footer

        anchors { bottom: parent.bottom; bottomMargin: 16; horizontalCenter: parent.horizontalCenter }
        width: childrenRect.width
        height: childrenRect.height
    }
}
