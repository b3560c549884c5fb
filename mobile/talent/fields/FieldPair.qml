// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Two short fields side by side where there is room, one under the other with large text.
Grid {
    readonly property bool beside: width >= 300 * Theme.textScale
    readonly property int cell: beside ? (width - columnSpacing) / 2 : width

    columns: beside ? 2 : 1
    columnSpacing: Theme.space3
    rowSpacing: Theme.space5
}
