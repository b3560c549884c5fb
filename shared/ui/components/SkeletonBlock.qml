// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A block in the final layout while a first load takes longer than 300 ms. It never moves or shines.
Rectangle {
    id: block

    property bool loading: true

    implicitWidth: 200
    implicitHeight: 20
    radius: 6
    color: Theme.sunken
    visible: loading && patience.over
    Accessible.ignored: true

    Timer {
        id: patience

        property bool over: false

        interval: 300
        running: block.loading
        onRunningChanged: if (running) over = false
        onTriggered: over = true
    }
}
