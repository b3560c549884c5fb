// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Foyer.Ui

// One of our drawings (assets/icons) in one colour. Decoration: the control around it carries the name.
Image {
    property string iconName
    property color color: Theme.ink
    property int size: 24
    property bool bold: false                   // signs seen from three metres

    readonly property string hex: encodeURIComponent(color.toString())

    width: size
    height: size
    sourceSize.width: Math.round(size * Screen.devicePixelRatio)
    sourceSize.height: Math.round(size * Screen.devicePixelRatio)
    source: iconName ? "image://icon/" + iconName + "/" + hex + (bold ? "?bold" : size <= 20 ? "?small" : "") : ""
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
