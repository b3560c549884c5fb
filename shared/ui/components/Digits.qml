// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// Digits that tick without moving: one cell per glyph, each as wide as the widest digit. For clocks and countdowns.
Row {
    id: digits

    property string text
    property TypeToken token: Theme.hero
    property color color: Theme.ink
    property int pixelSize: token.size

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: widest

        font.family: digits.token.family
        font.weight: digits.token.weight
        font.pixelSize: digits.pixelSize
        text: "0"
    }
    Repeater {
        model: digits.text.length

        Text {
            required property int index
            readonly property string glyph: digits.text.charAt(index)

            width: glyph >= "0" && glyph <= "9" ? Math.ceil(widest.advanceWidth + digits.token.spacing * digits.pixelSize / digits.token.px)
                                                : implicitWidth + digits.token.spacing
            text: glyph
            font: widest.font
            color: digits.color
            horizontalAlignment: Text.AlignHCenter
            renderType: digits.pixelSize > 60 ? Text.QtRendering : Text.NativeRendering
            Accessible.ignored: true
        }
    }
}
