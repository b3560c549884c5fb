// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// A row of bulbs: `lit` of `count`. Always beside words that say the same ("7 of 9", "18 s"). With `colors` each lit
// bulb has its own (the nine sections); `edge` spreads small lit bulbs over the width, the rim of a marquee.
Item {
    id: bulbs

    property int count: 10
    property int lit: 0
    property int size: 13
    property int gap: 8
    property var colors: []
    property bool edge: false
    property bool overVelvet: edge

    readonly property int shown: edge ? Math.max(2, Math.floor((width + 8) / 12)) : count
    readonly property int diameter: edge ? 4 : size

    implicitWidth: edge ? 200 : count * size + (count - 1) * gap
    implicitHeight: diameter
    Accessible.ignored: true

    Repeater {
        model: bulbs.shown

        Rectangle {
            required property int index
            readonly property bool on: bulbs.edge || index < bulbs.lit

            x: bulbs.edge ? index * (bulbs.width - width) / (bulbs.shown - 1) : index * (bulbs.size + bulbs.gap)
            width: bulbs.diameter
            height: bulbs.diameter
            radius: width / 2
            color: !on ? "transparent" : bulbs.colors.length > index ? bulbs.colors[index] : Theme.bulb
            border.width: !on ? 2 : bulbs.colors.length > 0 || bulbs.overVelvet || Theme.dark ? 0 : 2
            border.color: on ? Theme.bulbRing : bulbs.overVelvet ? "#E3B7C6" : Theme.edge
        }
    }
}
