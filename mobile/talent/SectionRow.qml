// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A row that begins with the tile of one of the nine sections.
ListRow {
    id: row

    property int number: 1

    title: Sections.all[number - 1].name
    leading: Component { SectionTile { implicitWidth: 56; implicitHeight: 56; number: row.number } } // qmllint disable unqualified
}
