// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The sign of a kiosk verdict: a filled shape with its icon cut out in the colour of the ground.
Item {
    id: mark

    property string group: "unknown"            // a key of Verdicts.all
    property int size: 270
    readonly property var verdict: Verdicts.of(group)

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    AppIcon {
        anchors.centerIn: parent
        iconName: "shape-" + mark.verdict.shape
        color: mark.verdict.text
        size: mark.size
    }
    AppIcon {
        anchors.centerIn: parent
        iconName: mark.verdict.icon
        color: mark.verdict.ground
        size: Math.round(mark.size * 0.66)
        bold: true
    }
}
