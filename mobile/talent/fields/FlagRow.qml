// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A row that begins with a flag.
ListRow {
    id: row

    property string flag

    leading: Component { AppText { text: row.flag; token: Theme.title; Accessible.ignored: true } } // qmllint disable unqualified
}
