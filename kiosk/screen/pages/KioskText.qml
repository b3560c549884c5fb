// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Large text of the kiosk in a size of its own.
AppText {
    property int px: 40
    property bool showy: false                  // Inter Display

    font.family: showy ? "Inter Display" : "Inter"
    font.pixelSize: px
    font.weight: showy ? Font.Bold : Font.DemiBold
    font.letterSpacing: showy ? -Math.min(2.5, px * 0.02) : 0
    lineHeight: Math.round(px * (showy ? 1.1 : 1.24))
    renderType: px > 60 ? Text.QtRendering : Text.NativeRendering
}
