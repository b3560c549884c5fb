// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The ring around a control that the keyboard reached: 3 px of ink behind a gap of 3 px.
Rectangle {
    property int corner: Theme.radiusControl
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -6
    radius: corner + 6
    color: "transparent"
    border { width: 3; color: Theme.ink }
    visible: shown
}
