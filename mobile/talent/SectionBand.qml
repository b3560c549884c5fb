// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The colour band at the top of a section: icon, "5 of 9" and its name.
Rectangle {
    id: band

    property int number: 1
    readonly property var section: Sections.all[number - 1]

    implicitHeight: Math.max(88, words.y + words.implicitHeight + Theme.space4)
    radius: Theme.radiusCard
    color: section.color
    Accessible.role: Accessible.Heading
    Accessible.name: words.spoken

    // Large text has the whole width, with the icon above it.
    readonly property bool large: width < 300 * Theme.textScale

    Rectangle {
        id: disc

        x: 18
        y: band.large ? Theme.space4 : (parent.height - height) / 2
        width: 48
        height: 48
        radius: 24
        color: Sections.label
        AppIcon { anchors.centerIn: parent; iconName: band.section.icon; color: band.section.color; size: 26 }
    }
    Column {
        id: words

        readonly property string spoken: qsTr("Section %1 of 9, %2").arg(band.number).arg(band.section.name)

        x: band.large ? 18 : disc.x + disc.width + Theme.space4
        y: band.large ? disc.y + disc.height + Theme.space2 : Math.max(Theme.space4, (88 - implicitHeight) / 2)
        width: parent.width - x - Theme.space4
        AppText { width: parent.width; text: qsTr("%1 of 9").arg(band.number); token: Theme.meta; strong: true; color: Sections.label; Accessible.ignored: true }
        AppText { width: parent.width; text: band.section.name; token: band.large ? Theme.head : Theme.title; color: Sections.label; Accessible.ignored: true }
    }
}
