// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A list that everybody in the family edits: who added what, what is seen, in an order they agree on.
Page {
    id: page

    property string scope
    readonly property var record: form.values
    readonly property var familyRecord: family.values
    property string listId
    readonly property int seen: {
        let done = 0
        for (let row = 0; row < items.count; ++row)
            if ((items.get(row).watched_by || []).length > 0)
                ++done
        return done
    }

    back: true
    title: record.name || ""

    function nameOf(account: string): string {
        for (let row = 0; row < members.count; ++row)
            if (members.get(row).account_id === account)
                return members.get(row).display_name || qsTr("Somebody")
        return account === Session.account ? Session.displayName : qsTr("Somebody")
    }

    // Puts the item between its new neighbours: only the moved item changes.
    function move(row: int, by: int) {
        const key = at => at >= 0 && at < items.count ? items.get(at).order_key || "" : ""
        const low = by < 0 ? key(row - 2) : key(row + 1)
        const high = by < 0 ? key(row - 1) : key(row + 2)
        Records.edit("list_items", scope, items.get(row).recordId, { order_key: OrderKey.between(low, high) })
    }

    RecordForm { id: form; collection: "lists"; scope: page.scope; recordId: page.listId }
    RecordForm { id: family; collection: "families"; scope: page.scope; recordId: page.scope }
    CollectionModel { id: members; collection: "members"; scope: page.scope }
    CollectionModel { id: items; collection: "list_items"; scope: page.scope; filter: ({ "list": page.listId }); orderBy: ["order_key", "created_at"] }

    Row {
        width: parent.width
        spacing: Theme.space3
        FaceStack {
            id: faces

            anchors.verticalCenter: parent.verticalCenter
            ground: Theme.canvas
            people: {
                const all = []
                for (let row = 0; row < members.count; ++row)
                    all.push({ name: page.nameOf(members.get(row).account_id), id: members.get(row).account_id })
                return all
            }
        }
        AppText {
            width: parent.width - faces.width - parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%1 · %2 of %3 seen").arg(page.familyRecord.name || "").arg(page.seen).arg(items.count)
            token: Theme.meta
            color: Theme.ink2
        }
    }
    Card {
        width: parent.width
        visible: items.count > 0
        padding: 0
        spacing: 0
        Repeater {
            model: items
            ListItemRow {
                id: entry

                width: parent.width
                first: entry.index === 0
                last: entry.index === items.count - 1
                addedBy: page.nameOf(entry.model.added_by)
                onMoved: by => page.move(entry.index, by)
                onRemoved: {
                    const id = entry.model.recordId
                    Records.remove("list_items", page.scope, id)
                    Undo.offer(qsTr("%1 was removed").arg(entry.model.title), () => Records.restore("list_items", page.scope, id))
                }
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: !items.loading && items.count === 0
        iconName: "clapperboard"
        title: qsTr("An empty list")
        sentence: qsTr("Add a first title, even offline.")
        actionText: qsTr("Add a title")
        onActed: Nav.open("addTitle", { scope: page.scope, listId: page.listId })
    }
    dock: Item {
        width: parent.width
        height: 76
        AppButton {
            anchors { fill: parent; margins: Theme.space3; leftMargin: Theme.marginCard; rightMargin: Theme.marginCard }
            kind: AppButton.Primary
            iconName: "plus"
            text: qsTr("Add a title")
            onClicked: Nav.open("addTitle", { scope: page.scope, listId: page.listId })
        }
    }
}
