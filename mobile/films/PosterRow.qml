// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A row that begins with the poster of its title.
ListRow {
    id: row

    property string titleId

    leading: Component { Poster { width: 44; titleId: row.titleId; title: row.title } } // qmllint disable unqualified
}
