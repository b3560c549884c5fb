// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A list that everybody in the family edits: who added what, what is seen, in an order they agree on.
ListPage {
    id: page

    property string scope
    readonly property var record: form.values
    readonly property var familyRecord: family.values
    property string listId

    title: record.name || ""
    model: items
    carded: true
    empty: !items.loading && items.count === 0

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
        const moved = items.get(row)
        Records.edit("list_items", scope, moved.recordId, { order_key: OrderKey.between(low, high) }, moved.base)
    }

    RecordForm { id: form; collection: "lists"; scope: page.scope; recordId: page.listId }
    RecordForm { id: family; collection: "families"; scope: page.scope; recordId: page.scope }
    CollectionModel { id: members; collection: "members"; scope: page.scope }
    CollectionModel { id: items; collection: "list_items"; scope: page.scope; filter: ({ "list": page.listId }); orderBy: ["order_key", "created_at"] }

    CollectionModel { id: seen; collection: "list_items"; scope: page.scope; filter: ({ "list": page.listId, "watched_by": { "present": true } }) }

    // The header of a view cannot be a bound component before Qt 6.5.
    // qmllint disable unqualified
    above: Component {
        Row {
            width: page.bodyWidth
            bottomPadding: Theme.space4
            spacing: Theme.space3
            FaceStack {
                id: faces

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
                height: faces.height
                verticalAlignment: Text.AlignVCenter
                text: qsTr("%1 · %2 of %3 seen").arg(page.familyRecord.name || "").arg(seen.count).arg(items.count)
                token: Theme.meta
                color: Theme.ink2
            }
        }
    }
    delegate: ListItemRow {
        id: entry

        width: page.bodyWidth
        first: entry.index === 0
        last: entry.index === items.count - 1
        addedBy: page.nameOf(entry.model.added_by)
        onMoved: by => page.move(entry.index, by)
        onRemoved: {
            const id = entry.model.recordId
            const base = entry.model.base
            Records.remove("list_items", page.scope, id, base)
            Undo.offer(qsTr("%1 was removed").arg(entry.model.title), () => Records.restore("list_items", page.scope, id, base))
        }
    }
    // qmllint enable unqualified
    EmptyState {
        width: parent.width
        iconName: "clapperboard"
        title: qsTr("An empty list")
        sentence: qsTr("Add a first title, even offline.")
        actionText: qsTr("Add a title")
        onActed: Nav.open("addTitle", { scope: page.scope, listId: page.listId })
    }
    dock: Item {
        width: parent.width
        height: 76
        Row {
            id: docked

            anchors { fill: parent; margins: Theme.space3; leftMargin: Theme.marginCard; rightMargin: Theme.marginCard }
            spacing: Theme.space3
            AppButton {
                width: tonight.visible ? (docked.width - docked.spacing) / 2 : docked.width
                height: docked.height
                kind: tonight.visible ? AppButton.Secondary : AppButton.Primary
                iconName: "plus"
                text: qsTr("Add a title")
                onClicked: Nav.open("addTitle", { scope: page.scope, listId: page.listId })
            }
            AppButton {
                id: tonight

                width: (docked.width - docked.spacing) / 2
                height: docked.height
                visible: items.count > 1
                kind: AppButton.Primary
                iconName: "moon"
                text: qsTr("Tonight")
                onClicked: Nav.open("tonight", { scope: page.scope, listId: page.listId })
            }
        }
    }
}
