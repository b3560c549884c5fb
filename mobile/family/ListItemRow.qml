// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One title of a shared list. Every move has a button: up, down, seen, remove.
PosterRow {
    id: row

    required property int index
    required property var model
    property string addedBy
    property bool first: false
    property bool last: false
    readonly property bool seenByMe: (model.watched_by || []).indexOf(Session.account) >= 0
    signal moved(int by)
    signal removed()

    title: model.title
    meta: [model.year, qsTr("added by %1").arg(addedBy)].filter(part => part).join(" · ")
    syncState: model.mark
    stateText: SyncWords.markWord(model.mark)
    separator: !last
    titleId: model.title_id
    onClicked: actions.open()

    Chip {
        text: row.seenByMe ? qsTr("Seen") : qsTr("Not seen")
        checked: row.seenByMe
        Accessible.name: qsTr("%1 seen").arg(row.model.title)
        onClicked: row.seenByMe ? Records.takeFrom("list_items", row.model.scope, row.model.recordId, "watched_by", Session.account, row.model.base)
                                : Records.addTo("list_items", row.model.scope, row.model.recordId, "watched_by", Session.account, row.model.base)
    }

    Sheet {
        id: actions

        title: row.model.title
        ListRow {
            width: parent.width
            iconName: "arrow-up"
            title: qsTr("Move up")
            visible: !row.first
            onClicked: { actions.close(); row.moved(-1) }
        }
        ListRow {
            width: parent.width
            iconName: "arrow-down"
            title: qsTr("Move down")
            visible: !row.last
            onClicked: { actions.close(); row.moved(1) }
        }
        ListRow {
            width: parent.width
            iconName: "plus"
            title: qsTr("Add to my watchlist")
            onClicked: {
                actions.close()
                Records.create("watch_entries", Session.personScope, { title_id: row.model.title_id },
                               { title: row.model.title, year: row.model.year, kind: row.model.kind, status: "not_watched" })
            }
        }
        ListRow {
            width: parent.width
            iconName: "history"
            title: qsTr("What happened here")
            onClicked: { actions.close(); Nav.open("history", { collection: "list_items", scope: row.model.scope, recordId: row.model.recordId }) }
        }
        ListRow {
            width: parent.width
            iconName: "trash-2"
            title: qsTr("Remove from the list")
            separator: false
            onClicked: { actions.close(); row.removed() }
        }
    }
}
