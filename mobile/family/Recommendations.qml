// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What others recommend to this person and is not answered yet. Accepting puts the title on the watchlist.
Column {
    id: recommendations

    required property string scope
    property var nameOf: account => account     // a name for people

    function answer(row: var, status: string) {
        const before = { scope: row.scope, id: row.recordId, base: row.base, title: row.title }
        const entry = status === "accepted"
            ? Records.create("watch_entries", Session.personScope, { title_id: row.title_id }, { title: row.title, year: row.year, kind: row.kind, status: "not_watched" })
            : ""
        Records.edit("recommendations", row.scope, row.recordId, { status: status }, row.base)
        Undo.offer(status === "accepted" ? qsTr("%1 is on your list").arg(before.title) : qsTr("%1 was declined").arg(before.title), () => {
            Records.edit("recommendations", before.scope, before.id, { status: "pending" }, before.base)
            if (entry !== "")
                Records.remove("watch_entries", Session.personScope, entry, 0)
        })
    }

    visible: waiting.count > 0
    spacing: Theme.space3

    CollectionModel { id: waiting; collection: "recommendations"; scope: recommendations.scope; filter: ({ "status": "pending", "recommended_to": Session.account }); orderBy: ["-created_at"]; limit: 50 }

    SectionTitle { text: qsTr("Recommended to you") }
    Repeater {
        model: waiting
        RecommendationCard {
            width: recommendations.width
            from: recommendations.nameOf(model.recommended_by)
            onAnswered: status => recommendations.answer(model, status)
        }
    }
}
