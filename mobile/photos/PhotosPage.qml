// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The library: every photograph by day. Holding one begins a selection, which turns the header into a dark bar.
FocusScope {
    id: page

    property var filter: ({})
    property bool searching: false
    property bool selecting: false
    readonly property bool filtered: Object.keys(filter).length > 0

    function choose(key: string, value: var) {
        const next = Object.assign({}, filter)
        if (value === "" || value === 0 || value === false)
            delete next[key]
        else
            next[key] = value
        filter = next
    }
    function endSelection() {
        selecting = false
        photos.clearSelection()
        list.forceActiveFocus()
    }
    function open(photo: int) { Nav.open("photo", { scope: Session.personScope, grid: photos, place: photo }) }

    Keys.onEscapePressed: event => {
        event.accepted = selecting
        if (selecting)
            endSelection()
    }
    Keys.onPressed: event => {
        if (!(event.modifiers & Qt.ControlModifier) || event.key !== Qt.Key_F)
            return
        event.accepted = true
        page.searching = true
    }

    PhotoGrid { id: photos; scope: Session.personScope; filter: page.filter }

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    PageHeader {
        id: header

        width: parent.width
        visible: !page.selecting
        title: qsTr("Photos")
        SyncPill {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            visible: !Nav.wide
            compact: true
            count: Sync.waiting
            syncState: SyncWords.tone
            text: SyncWords.pill
            sentence: SyncWords.sentence
            onClicked: Nav.open("sync")
        }
        IconButton {
            iconName: "search"
            text: qsTr("Search photos")
            onClicked: {
                page.searching = !page.searching
                page.choose("search", "")
            }
        }
        IconButton { iconName: "sliders"; color: page.filtered ? Theme.accentText : Theme.ink; text: qsTr("Filter"); onClicked: filters.open() }
    }
    SelectionBar {
        id: selection

        width: parent.width
        height: Math.max(header.height, implicitHeight)
        visible: page.selecting
        count: photos.selected
        onClosed: page.endSelection()
        onAllWanted: photos.selectAll()
        onEditWanted: batch.show(photos.selectedIds())
        onCullWanted: Nav.open("cull", { scope: Session.personScope, ids: photos.selectedIds() })
    }
    PhotoList {
        id: list

        anchors { top: header.bottom; left: parent.left; right: parent.right; bottom: parent.bottom; topMargin: 4 }
        focus: true
        grid: photos
        selecting: page.selecting
        topMargin: head.height
        onOpened: photo => page.open(photo)
        onSelectionBegun: photo => {
            page.selecting = true
            photos.toggle(photo)
        }
    }
    // Scrolls with the photographs, above the first of them.
    Column {
        id: head

        property real shown: 0

        parent: list.contentItem
        y: -height
        width: list.width
        bottomPadding: Theme.space2
        spacing: Theme.space3

        Flow {
            x: Theme.marginCard
            width: parent.width - 2 * Theme.marginCard
            visible: photos.count > 0 && !page.filtered && !page.selecting
            spacing: Theme.space2
            Chip { text: qsTr("Import"); onClicked: Nav.open("import") }
            Chip { text: qsTr("Albums"); onClicked: Nav.open("albums") }
            Chip { text: qsTr("Cull"); onClicked: Nav.open("cull", { scope: Session.personScope, filter: page.filter }) }
            Chip { text: qsTr("Select"); onClicked: page.selecting = true }
        }
        ImportStrip { x: Theme.marginCard; width: parent.width - 2 * Theme.marginCard }
        SearchField {
            x: Theme.marginCard
            width: parent.width - 2 * Theme.marginCard
            visible: page.searching
            placeholder: qsTr("Title, words, tags, camera")
            onVisibleChanged: if (visible) forceActiveFocus()
            onSearched: text => page.choose("search", text.trim())
        }
        Flow {
            x: Theme.marginCard
            width: parent.width - 2 * Theme.marginCard
            visible: page.filtered
            spacing: Theme.space2
            Repeater {
                model: filters.chosen
                Chip {
                    required property var modelData

                    text: modelData.text
                    checked: true
                    removable: true
                    onClicked: page.choose(modelData.key, "")
                }
            }
        }
        EmptyState {
            x: Theme.marginCard
            width: parent.width - 2 * Theme.marginCard
            visible: !photos.loading && photos.count === 0
            iconName: page.filtered ? "search" : "images"
            title: page.filtered ? qsTr("No photo is like that") : qsTr("No photos yet")
            sentence: page.filtered ? qsTr("Try fewer words or another filter.") : qsTr("Take them from a folder or a card, also without a network. The originals stay where they are.")
            actionText: page.filtered ? qsTr("Show all") : qsTr("Import photos")
            onActed: {
                if (page.filtered)
                    page.filter = ({})
                else
                    Nav.open("import")
            }
        }
        Grid {
            visible: photos.loading
            columns: list.columns
            spacing: 3
            Repeater {
                model: photos.loading ? list.columns * 4 : 0
                SkeletonBlock {
                    loading: true
                    width: (list.width - (list.columns - 1) * 3) / list.columns
                    height: width
                    radius: 0
                }
            }
        }
    
        onHeightChanged: {
            if (list.contentY <= 1 - shown)
                list.contentY = -height
            shown = height
        }
    }
    PhotoFilterSheet {
        id: filters

        filter: page.filter
        onChose: (key, value) => page.choose(key, value)
        onCleared: page.filter = ({})
    }
    BatchSheet { id: batch; scope: Session.personScope; onFinished: page.endSelection() }
}
