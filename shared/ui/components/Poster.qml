// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Foyer.Ui

// The drawn poster of a title, 2:3. Set the width; the same id gives the same poster on every device.
Rectangle {
    id: poster

    property string titleId
    property string title
    readonly property real dpr: Screen.devicePixelRatio

    implicitWidth: 108
    implicitHeight: Math.round(width * 1.5)
    radius: Theme.radiusPoster
    color: picture.status === Image.Ready ? "transparent" : Theme.sunken
    Accessible.ignored: true

    Image {
        id: picture

        anchors.fill: parent
        asynchronous: true
        sourceSize.width: Math.round(poster.width * poster.dpr)
        sourceSize.height: Math.round(poster.width * 1.5 * poster.dpr)
        source: poster.titleId !== "" && poster.width > 0 ? "image://poster/" + encodeURIComponent(poster.titleId)
            + "?title=" + encodeURIComponent(poster.title) + "&radius=" + Math.round(poster.radius * poster.dpr) : ""
        Accessible.ignored: true
    }
}
