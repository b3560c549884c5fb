// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Each viewing of one title, newest first, and a way to note another.
Column {
    id: viewings

    property RecordForm form
    property var entry: ({})            // {title_id, title, year, kind} and, for a child, profile_id
    property string scope

    spacing: Theme.space3

    // Seen today: a row in the diary, and the title is watched.
    function seenToday() {
        const rewatch = seen.count > 0
        const scope = viewings.scope
        const status = form.values.status
        const entryId = form.recordId
        const base = form.base
        const completes = entry.kind === "movie" && status !== "completed"
        const id = Records.create("diary", scope, Object.assign({}, entry, { watched_on: Viewing.today(), rewatch: rewatch }))
        if (completes)
            form.edit("status", "completed")
        Undo.offer(qsTr("%1 is in the diary").arg(entry.title), () => {
            Records.remove("diary", scope, id, base)
            if (completes)
                Records.edit("watch_entries", scope, entryId, { status: status || "not_watched" }, base)
        })
    }

    CollectionModel { id: seen; collection: "diary"; scope: viewings.scope; filter: Object.assign({ "title_id": viewings.entry.title_id }, viewings.entry.profile_id ? { "profile_id": viewings.entry.profile_id } : {}); orderBy: ["-watched_on"]; limit: 50 }

    SectionTitle { text: qsTr("Viewings") }
    Card {
        width: parent.width
        visible: seen.count > 0
        padding: 0
        spacing: 0
        Repeater {
            model: seen
            ViewingRow {
                id: row

                width: parent.width
                title: Language.date(Viewing.day(row.model.watched_on))
                separator: row.index < seen.count - 1
                onClicked: sheet.show(row.model)
            }
        }
    }
    AppButton {
        width: parent.width
        iconName: "calendar"
        text: seen.count > 0 ? qsTr("Seen again today") : qsTr("Seen today")
        onClicked: viewings.seenToday()
    }
    ViewingSheet { id: sheet }
}
