// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Foyer.Ui

// The dashed edge of what is disabled or provisional, painted on the CPU.
Image {
    property color color: Theme.edge
    property int corner: Theme.radiusControl

    anchors.fill: parent
    sourceSize.width: Math.round(width * Screen.devicePixelRatio)
    sourceSize.height: Math.round(height * Screen.devicePixelRatio)
    source: visible && width > 0 && height > 0 ? "image://dash/" + encodeURIComponent(color.toString()) + "/"
        + Math.min(corner, height / 2) * Screen.devicePixelRatio + "/" + Screen.devicePixelRatio : ""
    Accessible.ignored: true
}
