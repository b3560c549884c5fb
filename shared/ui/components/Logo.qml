// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Foyer.Ui

// The mark: a lit doorway in a velvet arch. `onVelvet` draws the arch white.
Image {
    id: logo

    property int size: 32
    property bool onVelvet: false

    width: size
    height: size
    sourceSize.width: Math.round(size * Screen.devicePixelRatio)
    sourceSize.height: Math.round(size * Screen.devicePixelRatio)
    source: "image://logo/" + encodeURIComponent((onVelvet ? "#FFFFFF" : Theme.accentText).toString())
    Accessible.role: Accessible.Graphic
    Accessible.name: "Foyer"
}
