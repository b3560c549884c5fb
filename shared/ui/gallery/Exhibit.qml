// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// One line of the gallery: what it shows, and the things themselves.
Column {
    id: exhibit

    property string caption
    property int gap: 12
    default property alias content: flow.data

    width: parent ? parent.width : 600
    spacing: 6
    topPadding: 8

    AppText { text: exhibit.caption; token: Theme.small; color: Theme.ink2 }
    Flow {
        id: flow

        width: parent.width
        spacing: exhibit.gap
    }
}
