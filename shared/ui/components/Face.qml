// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Foyer.Ui

// A person as initials on their own colour. `personId` decides the colour; without it the name does.
Image {
    id: face

    property string name
    property string personId: name
    property int size: 40
    property color ring: "transparent"          // the ground a stack stands on
    property int corner: 0                      // above 0: a rounded square, as on the kiosk

    readonly property int pixels: Math.round(size * Screen.devicePixelRatio)

    width: size
    height: size
    sourceSize.width: pixels
    sourceSize.height: pixels
    source: name ? "image://face/" + encodeURIComponent(Words.initials(name)) + "/" + encodeURIComponent(personId)
        + (corner > 0 ? "?square=" + Math.round(corner * Screen.devicePixelRatio)
                      : ring.a > 0 ? "?ring=" + encodeURIComponent(ring.toString()) : "") : ""
    Accessible.role: Accessible.Graphic
    Accessible.name: name
}
