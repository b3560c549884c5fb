// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Mobile
import Foyer.Ui

// One viewing: episode, place, who was there, and how it was.
ListRow {
    id: row

    required property int index
    required property var model
    property bool poster: false         // in a diary of many titles

    meta: [row.model.episode ? Viewing.episode(row.model.episode) : "", row.model.rewatch ? qsTr("Again") : "", row.model.place,
           (row.model.companions || []).length > 0 ? qsTr("with %1").arg(row.model.companions.join(", ")) : ""].filter(part => part).join(" · ")
    syncState: model.mark
    stateText: SyncWords.markWord(model.mark)
    chevron: true
    leading: poster ? picture : null

    Component { id: picture; Poster { width: 44; titleId: row.model.title_id || ""; title: row.model.title || "" } } // qmllint disable unqualified

    Rating {
        readOnly: true
        visible: value > 0
        value: row.model.rating || 0
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: row.model.remarks || ""
        token: Theme.meta
        color: Theme.ink2
        maximumLineCount: 3
        elide: Text.ElideRight
    }
}
