// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A row that begins with somebody's face.
ListRow {
    id: row

    property string personId

    leading: Component { Face { name: row.title; personId: row.personId } } // qmllint disable unqualified
}
