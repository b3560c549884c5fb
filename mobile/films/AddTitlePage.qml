// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Search the catalogue on this device as you type; what is in no catalogue can be added by its name.
FocusScope {
    id: page

    property string status: "not_watched"
    property string scope: ""           // with listId: where the list lives
    property string listId: ""          // add to this list instead of the watchlist
    property string startWith: ""
    property string profileId: ""       // a child of the family `scope`: add to its watchlist
    property int ageCap: -1             // of the child; -1: no limit
    readonly property bool searching: search.text.trim() !== ""
    readonly property bool free: ageCap < 0
    readonly property var ages: Array.from({ length: ageCap + 1 }, (_, age) => age)     // that the child may see
    readonly property bool carried: !catalogue.loading && catalogue.count === 0     // no server's catalogue here yet: the app's own titles

    // Of the app's own titles those that the child may see.
    function fitting(found: var): var {
        return free ? found : found.filter(one => one.minimum_age <= ageCap).slice(0, 60)
    }

    function factsOf(model: var): string {
        return [model.original_title && model.original_title !== model.title ? model.original_title : "", model.year,
                model.runtime_minutes ? Language.length(model.runtime_minutes) : "", (model.genres || []).slice(0, 3).map(code => Genres.name(code)).join(", ")]
            .filter(part => part).join(" · ")
    }

    function added(title: string) {
        Undo.offer(qsTr("%1 is on your list").arg(title), null)
        Nav.back()
    }

    function add(titleId: string, title: string, year: var, kind: string, own: bool, minutes: var) {
        if (listId !== "") {
            const last = lastKey.count > 0 ? lastKey.get(0) : {}
            Records.create("list_items", scope, { list: listId, title_id: titleId },
                           { title: title, year: year, kind: kind, minutes: minutes || null, added_by: Session.account, order_key: OrderKey.after(last.order_key || "") })
        } else if (profileId !== "") {
            Records.create("watch_entries", scope, { profile_id: profileId, title_id: titleId }, { title: title, year: year, kind: kind, status: "not_watched" })
        } else {
            const facts = { title: title, year: year, kind: kind, status: "not_watched" }
            if (own)
                facts.own_title = true
            Records.create("watch_entries", Session.personScope,
                           status === "not_watched" ? { title_id: titleId } : { title_id: titleId, status: status }, facts)
        }
        added(title)
    }

    CollectionModel { id: results; collection: "titles"; search: search.text.trim(); filter: page.ageCap >= 0 ? ({ "minimum_age": page.ages }) : ({}); limit: 60 }
    CollectionModel { id: catalogue; collection: "titles"; limit: 1 }
    CollectionModel { id: mine; collection: "watch_entries"; scope: Session.personScope; filter: ({ "own_title": true }); search: search.text.trim(); limit: 5 }
    CollectionModel { id: lastKey; collection: "list_items"; scope: page.scope; filter: ({ "list": page.listId }); orderBy: ["-order_key"]; limit: 1 }

    Component.onCompleted: {
        search.text = startWith
        search.forceActiveFocus()
    }
    Keys.onEscapePressed: Nav.back()

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    PageHeader {
        id: header

        width: parent.width
        back: true
        closeIcon: "x"
        title: qsTr("Add a title")
        onBackTapped: Nav.back()
    }
    SearchField {
        id: search

        anchors { top: header.bottom; horizontalCenter: parent.horizontalCenter; topMargin: Theme.space2 }
        width: Math.min(Theme.readingWidth, parent.width - 2 * Theme.marginCard)
        placeholder: qsTr("Title, original title or person")
        Accessible.name: qsTr("Search titles")
    }
    ListView {
        id: list

        anchors { top: search.bottom; bottom: parent.bottom; horizontalCenter: parent.horizontalCenter; topMargin: Theme.space3 }
        width: search.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: page.carried ? page.fitting(Titles.search(search.text, page.free ? 60 : 400)) : results
        C.ScrollBar.vertical: C.ScrollBar { policy: C.ScrollBar.AsNeeded }
        // The header and footer of a view cannot be bound components before Qt 6.5.
        // qmllint disable unqualified
        header: Column {
            width: list.width
            spacing: Theme.space3
            ListRow {
                width: parent.width
                visible: page.searching && page.free
                iconName: "plus"
                accentedIcon: true
                title: qsTr("Add “%1”").arg(search.text.trim())
                meta: qsTr("A title of your own, in no catalogue")
                onClicked: {
                    const title = search.text.trim()
                    const scope = page.listId !== "" ? page.scope : Session.personScope
                    page.add(Records.ownTitleId(scope, title, undefined, "movie"), title, null, "movie", true)
                }
            }
            Repeater {
                model: page.searching && page.profileId === "" ? mine : null
                PosterRow {
                    required property var model

                    width: list.width
                    title: model.title
                    meta: qsTr("One of your own titles")
                    titleId: model.title_id
                    onClicked: {
                        if (page.listId !== "")
                            page.add(model.title_id, model.title, model.year, model.kind, true)
                        else
                            Nav.swap("title", { titleId: model.title_id, scope: model.scope })
                    }
                }
            }
        }
        delegate: PosterRow {
            id: row

            required property var model
            readonly property var known: model.modelData === undefined ? model : model.modelData

            width: list.width
            title: known.title
            meta: page.factsOf(known)
            titleId: known.recordId
            onClicked: page.add(known.recordId, known.title, known.year, known.kind, false, known.runtime_minutes)
        }
        footer: AppText {
            width: list.width
            padding: Theme.space5
            visible: page.searching && !results.loading && list.count === 0
            text: qsTr("No title on this device matches. You can add it by its name.")
            color: Theme.ink2
        }
        // qmllint enable unqualified
    }
}
