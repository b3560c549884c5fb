// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Between start and the first look at the roster. Says something only when it takes long.
Rectangle {
    id: page

    required property KioskView kiosk

    color: Theme.velvet

    Timer { id: patience; interval: 300; running: true }
    KioskText {
        anchors.centerIn: parent
        visible: !patience.running
        px: 48
        color: "#FFFFFF"
        text: qsTr("Opening the roster")
    }
}
