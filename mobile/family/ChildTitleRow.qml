// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A title on a child's list; hidden when it is for older people, or when nobody knows for whom it is.
PosterRow {
    id: row

    required property var model
    property int cap: -1                // highest age shown; -1: no limit
    readonly property var facts: catalogue.exists ? catalogue.values : Titles.facts(model.title_id || "")
    readonly property var minimumAge: facts.minimum_age
    readonly property bool allowed: cap < 0 || (minimumAge !== undefined && minimumAge !== null && minimumAge <= cap)

    visible: allowed
    title: model.title
    meta: [model.year, model.status === "completed" ? qsTr("Seen") : model.status === "watching" ? qsTr("Watching") : ""].filter(part => part).join(" · ")
    titleId: model.title_id || ""
    syncState: model.mark || ""
    stateText: SyncWords.markWord(syncState)
    chevron: true

    RecordForm { id: catalogue; collection: "titles"; recordId: row.model.title_id || "" }
    Rating { readOnly: true; visible: value > 0; value: row.model.rating || 0 }
}
