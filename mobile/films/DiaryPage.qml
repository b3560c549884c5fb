// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Everything the person has watched, day by day, newest first.
ListPage {
    id: page

    title: qsTr("Diary")
    model: viewings
    carded: true
    empty: !viewings.loading && viewings.count === 0

    CollectionModel { id: viewings; collection: "diary"; scope: Session.personScope; filter: ({ "profile_id": "" }); orderBy: ["-watched_on", "-created_at"] }

    delegate: ViewingRow {
        id: row

        width: page.bodyWidth
        title: row.model.title
        value: Language.date(Viewing.day(row.model.watched_on))
        poster: true
        separator: row.index < viewings.count - 1
        onClicked: sheet.show(row.model)
    }
    EmptyState {
        width: parent.width
        iconName: "calendar"
        title: qsTr("Nothing in the diary yet")
        sentence: qsTr("Open a title and note that you have seen it. Each viewing stays, also the second and the third.")
    }
    ViewingSheet { id: sheet }
}
