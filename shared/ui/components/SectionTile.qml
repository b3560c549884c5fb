// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// One of the nine sections as a block of its colour: icon and number.
Rectangle {
    id: tile

    property int number: 1
    readonly property var section: Sections.all[number - 1]

    implicitWidth: 74
    implicitHeight: 64
    radius: Theme.radiusControl
    color: section.color
    Accessible.role: Accessible.Graphic
    Accessible.name: number + ", " + section.name

    Column {
        anchors.centerIn: parent
        AppIcon { anchors.horizontalCenter: parent.horizontalCenter; iconName: tile.section.icon; color: Sections.label }
        AppText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: tile.number
            token: Theme.label
            font.weight: Font.Bold
            color: Sections.label
            Accessible.ignored: true
        }
    }
}
