// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Foyer.Ui

// The mark: a lit doorway in a velvet arch. `overVelvet` draws the arch white.
Image {
    id: logo

    property int size: 32
    property bool overVelvet: false

    width: size
    height: size
    sourceSize.width: Math.round(size * Screen.devicePixelRatio)
    sourceSize.height: Math.round(size * Screen.devicePixelRatio)
    source: "image://logo/" + encodeURIComponent((overVelvet ? "#FFFFFF" : Theme.accentText).toString())
    Accessible.role: Accessible.Graphic
    Accessible.name: "Foyer"
}
