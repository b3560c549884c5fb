// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Every drawing, at 32, 24 and 18 px. `names` comes from the program.
GalleryPage {
    id: page

    property var names: []

    Exhibit {
        caption: "Icons"
        gap: 6

        Repeater {
            model: page.names

            Column {
                id: cell

                required property string modelData

                width: 116
                spacing: 2
                Row {
                    spacing: 8
                    AppIcon { anchors.bottom: parent.bottom; iconName: cell.modelData; size: 40 }
                    AppIcon { anchors.bottom: parent.bottom; iconName: cell.modelData }
                    AppIcon { anchors.bottom: parent.bottom; iconName: cell.modelData; size: 18 }
                }
                AppText { text: cell.modelData; token: Theme.small; color: Theme.ink2; wrapMode: Text.NoWrap; font.pixelSize: 11 }
            }
        }
    }
}
