// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Work in progress, always beside a verb. Steps eight times a second when motion is reduced.
AppIcon {
    id: spinner

    property bool running: visible

    iconName: "loader"

    Timer {
        interval: 125
        repeat: true
        running: spinner.running && Theme.reducedMotion
        onTriggered: spinner.rotation = (spinner.rotation + 45) % 360
    }
    RotationAnimator on rotation {
        from: 0
        to: 360
        duration: 1000
        loops: Animation.Infinite
        running: spinner.running && !Theme.reducedMotion
    }
}
