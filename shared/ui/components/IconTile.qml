// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The square in front of a row; a disc in empty states.
Rectangle {
    id: tile

    property string iconName
    property bool accented: false
    property color iconColor: accented ? Theme.accentText : Theme.ink

    implicitWidth: 40
    implicitHeight: 40
    radius: Theme.radiusTile
    color: accented ? Theme.accentTint : Theme.sunken
    Accessible.ignored: true

    AppIcon {
        anchors.centerIn: parent
        iconName: tile.iconName
        color: tile.iconColor
        size: Math.round(tile.width * 0.55)
    }
}
