// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What was deleted in the last 30 days, by anybody in the person's spaces. Restoring works offline too.
ListPage {
    id: page

    title: qsTr("Trash")
    model: trash
    carded: true
    empty: !trash.loading && trash.count === 0

    function kind(collection: string): string {
        return { "watch_entries": qsTr("Film on your list"), "lists": qsTr("List"), "list_items": qsTr("Film on a shared list"), "families": qsTr("Family"),
                 "diary": qsTr("Diary"), "photos": qsTr("Photo"), "albums": qsTr("Album"), "authors": qsTr("Author") }[collection] || qsTr("Entry")
    }

    TrashModel { id: trash }

    // The header and footer of a view cannot be bound components before Qt 6.5.
    // qmllint disable unqualified
    above: Component {
        Item {
            width: page.bodyWidth
            height: trash.count > 0 ? kept.implicitHeight + Theme.space4 : 0
            AppText {
                id: kept

                width: parent.width
                leftPadding: 4
                visible: trash.count > 0
                text: qsTr("What is deleted stays here for 30 days.")
                color: Theme.ink2
            }
        }
    }
    delegate: ListRow {
        id: row

        required property var model

        width: page.bodyWidth
        iconName: row.model.collection === "lists" ? "list" : row.model.collection === "families" ? "users" : "clapperboard"
        title: row.model.title || page.kind(row.model.collection)
        meta: [page.kind(row.model.collection), Signature.moment(row.model.deletedAt)].join(" · ")
        value: qsTr("Restore")
        Accessible.name: qsTr("Restore %1").arg(row.title)
        onClicked: {
            const gone = { collection: row.model.collection, scope: row.model.scope, id: row.model.recordId, title: row.title, base: row.model.base }
            Records.restore(gone.collection, gone.scope, gone.id, gone.base)
            Undo.offer(qsTr("%1 is back").arg(gone.title), () => Records.remove(gone.collection, gone.scope, gone.id, gone.base))
        }
    }
    // qmllint enable unqualified
    EmptyState {
        width: parent.width
        iconName: "trash-2"
        title: qsTr("Nothing in the trash")
        sentence: qsTr("What you delete stays here for 30 days and can be brought back.")
    }
}
