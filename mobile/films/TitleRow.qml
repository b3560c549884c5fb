// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Mobile
import Foyer.Ui

// A watch entry as a row: poster, title, year and what the person thinks of it.
PosterRow {
    id: row

    required property int index
    required property var model

    width: parent ? parent.width : implicitWidth
    title: model.title
    meta: model.year ? String(model.year) : ""
    syncState: model.mark
    stateText: SyncWords.markWord(model.mark)
    chevron: true
    titleId: model.title_id
    onClicked: Nav.detail("title", { titleId: model.title_id, scope: model.scope })

    Rating {
        readOnly: true
        visible: value > 0
        value: row.model.rating || 0
    }
}
