// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// The tabs of a phone, at most five. `tabs` is a list of {icon, text, badge}; chosen(index) is a person's tap.
Rectangle {
    id: bar

    property var tabs: []
    property int currentIndex: 0
    property int safeArea: 0                    // height of the system's own bar below
    signal chosen(int index)

    implicitWidth: 390
    implicitHeight: 64 + safeArea + Math.round(13 * (Theme.textScale - 1))
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Main pages")

    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Row {
        width: parent.width
        height: parent.height - bar.safeArea

        Repeater {
            model: bar.tabs

            NavItem {
                required property int index
                required property var modelData

                width: bar.width / Math.max(1, bar.tabs.length)
                height: parent.height
                iconName: modelData.icon
                text: modelData.text
                badge: modelData.badge || 0
                current: index === bar.currentIndex
                onClicked: bar.chosen(index)
            }
        }
    }
}
