// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The frame of a gallery page: ground, logo, title, and a column of exhibits.
Rectangle {
    id: page

    property bool dark: false
    property bool kiosk: false
    property real textScale: 1
    property bool highContrast: false
    property bool settled: true                 // false while something of the page is still to come
    default property alias content: column.data

    width: 800
    height: column.implicitHeight + 64
    color: Theme.canvas
    Component.onCompleted: {
        Theme.scheme = dark ? "dark" : "light"
        Theme.kiosk = kiosk
        Theme.textScale = textScale
        Theme.highContrast = highContrast
    }

    Column {
        id: column

        x: 32
        y: 28
        width: parent.width - 64
        spacing: 10

        Row {
            spacing: 14
            Logo { anchors.verticalCenter: parent.verticalCenter; size: 34 }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: page.dark ? "Sombre · Dark" : "Clair · Light"
                token: Theme.title
            }
        }
    }
}
