// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The titles of one person, by status. Thousands stay fluid: the grid makes only what is seen.
FocusScope {
    id: page

    readonly property var states: ["not_watched", "watching", "completed"]
    property int chosen: 0

    function counted(words: string, model: CollectionModel): string {
        return model.loading ? words : words + " · " + Language.number(model.count)
    }

    CollectionModel { id: toWatch; collection: "watch_entries"; scope: Session.personScope; filter: ({ "status": "not_watched" }); orderBy: ["-updated_at"] }
    CollectionModel { id: inProgress; collection: "watch_entries"; scope: Session.personScope; filter: ({ "status": "watching" }); orderBy: ["-updated_at"] }
    CollectionModel { id: seen; collection: "watch_entries"; scope: Session.personScope; filter: ({ "status": "completed" }); orderBy: ["-updated_at"] }
    readonly property CollectionModel shown: [toWatch, inProgress, seen][chosen]

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    PageHeader {
        id: header

        width: parent.width
        title: qsTr("Watchlist")
        IconButton { iconName: "ellipsis"; text: qsTr("More"); onClicked: more.open() }
        SyncPill {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            visible: !Nav.wide
            syncState: SyncWords.tone
            text: SyncWords.pill
            sentence: SyncWords.sentence
            onClicked: Nav.open("sync")
        }
    }
    Segment {
        id: segment

        anchors { top: header.bottom; left: parent.left; leftMargin: Theme.marginText; topMargin: Theme.space2 }
        width: Math.min(Theme.readingWidth, parent.width - 2 * Theme.marginText)
        name: qsTr("Status")
        options: [page.counted(qsTr("To watch"), toWatch), page.counted(qsTr("Watching"), inProgress), page.counted(qsTr("Watched"), seen)]
        currentIndex: page.chosen
        onActivated: index => page.chosen = index
    }
    GridView {
        id: grid

        readonly property int columns: Math.max(3, Math.min(6, Math.floor((width - 12) / 148)))

        anchors { top: segment.bottom; topMargin: Theme.space4; left: parent.left; leftMargin: Theme.marginText; right: parent.right; rightMargin: Theme.marginText - 12; bottom: dock.top }
        cellWidth: Math.floor(width / columns)
        cellHeight: Math.round((cellWidth - 12) * 1.5 + 62 * Theme.textScale)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: page.shown
        activeFocusOnTab: true
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: segment.options[page.chosen]
        C.ScrollBar.vertical: C.ScrollBar { policy: C.ScrollBar.AsNeeded }
        delegate: PosterTile {
            required property var model

            width: grid.cellWidth - 12
            titleId: model.title_id
            title: model.title
            meta: model.year ? String(model.year) : ""
            rating: model.rating || 0
            syncState: model.mark
            stateText: SyncWords.markWord(model.mark)
            onClicked: Nav.detail("title", { titleId: model.title_id, scope: model.scope })
        }
    }
    EmptyState {
        anchors { top: segment.bottom; topMargin: Theme.space5; left: parent.left; right: parent.right; leftMargin: Theme.marginCard; rightMargin: Theme.marginCard }
        visible: !page.shown.loading && page.shown.count === 0
        iconName: "clapperboard"
        title: page.chosen === 0 ? qsTr("Nothing to watch yet") : page.chosen === 1 ? qsTr("Nothing in progress") : qsTr("Nothing watched yet")
        sentence: qsTr("Add a first title, even offline.")
        actionText: qsTr("Add a title")
        onActed: Nav.open("addTitle", { status: page.states[page.chosen] })
    }
    Rectangle {
        id: dock

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 76
        color: Theme.surface
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        AppButton {
            anchors.centerIn: parent
            width: Math.min(480, parent.width - 2 * Theme.marginCard)
            iconName: "search"
            text: qsTr("Search or add a title")
            onClicked: Nav.open("addTitle", { status: page.states[page.chosen] })
        }
    }
    Sheet {
        id: more

        title: qsTr("Watchlist")
        ListRow {
            width: parent.width
            iconName: "calendar"
            title: qsTr("Diary")
            meta: qsTr("Each viewing, day by day")
            onClicked: { more.close(); Nav.open("diary") }
        }
        ListRow {
            width: parent.width
            iconName: "star"
            title: qsTr("My year")
            meta: qsTr("What you watched, counted")
            onClicked: { more.close(); Nav.open("year") }
        }
        ListRow {
            width: parent.width
            iconName: "play"
            title: qsTr("Where I watch")
            meta: qsTr("Region and services")
            separator: false
            onClicked: { more.close(); Nav.open("services") }
        }
    }
}
