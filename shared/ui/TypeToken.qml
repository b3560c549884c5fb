// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One size of type: what Theme.body, Theme.title and the others are.
QtObject {
    property real scale: 1                      // the person's text size
    property int px
    property int linePx
    property string family: "Inter"
    property int weight: Font.Normal
    property int strongWeight: Math.max(weight, Font.DemiBold)
    property real spacing: 0
    readonly property int size: Math.round(px * scale)
    // Inter's own line is 1.21 of its size; half the difference to ours moves a single line into the middle.
    readonly property real nudge: Math.round((line - size * (family === "JetBrains Mono" ? 1.32 : 1.21)) / 2)
    readonly property int line: Math.round(linePx * scale)
}
