// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The photographs of one album, by day.
FocusScope {
    id: page

    property string scope: Session.personScope
    property string albumId
    property bool selecting: false
    readonly property var album: form.values

    function endSelection() {
        selecting = false
        photos.clearSelection()
    }
    function itemsOf(ids: var): var { return ids.map(photo => Records.idFor("album_items", scope, { album: albumId, photo: photo })) }
    // Out of the album, not out of the library.
    function takeOut() {
        const items = itemsOf(photos.selectedIds())
        const number = Batch.remove("album_items", scope, items)
        Undo.offer(qsTr("%n photos taken out of the album", "", items.length), () => Batch.undo(number))
        endSelection()
    }

    Keys.onEscapePressed: {
        if (selecting)
            endSelection()
        else
            Nav.back()
    }
    Keys.onBackPressed: Nav.back()

    RecordForm { id: form; collection: "albums"; scope: page.scope; recordId: page.albumId }
    PhotoGrid { id: photos; scope: page.scope; filter: ({ "album": page.albumId }) }

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    PageHeader {
        id: header

        width: parent.width
        back: true
        title: page.album.name || qsTr("Album")
        onBackTapped: Nav.back()
        IconButton { visible: !page.selecting; iconName: "ellipsis"; text: qsTr("More"); onClicked: more.open() }
        IconButton { visible: page.selecting; iconName: "minus"; text: qsTr("Take %n photos out", "", photos.selected); onClicked: page.takeOut() }
    }
    PhotoList {
        anchors { top: header.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        focus: true
        grid: photos
        selecting: page.selecting
        onOpened: photo => Nav.open("photo", { scope: page.scope, grid: photos, place: photo })
        onSelectionBegun: photo => {
            page.selecting = true
            photos.toggle(photo)
        }
    }
    EmptyState {
        anchors { top: header.bottom; left: parent.left; right: parent.right; margins: Theme.marginCard }
        visible: !photos.loading && photos.count === 0
        iconName: "images"
        title: qsTr("Nothing in this album yet")
        sentence: qsTr("Choose photos in the library, then put them in.")
    }
    Sheet {
        id: more

        title: page.album.name || qsTr("Album")
        TextEditor { width: parent.width; label: qsTr("Name"); value: page.album.name || ""; onChanged: value => form.edit("name", value) }
        LongTextEditor { width: parent.width; label: qsTr("Description"); value: page.album.description || ""; onChanged: value => form.edit("description", value) }
        AppButton { kind: AppButton.Secondary; text: qsTr("Choose photos"); onClicked: { more.close(); page.selecting = true } }
        AppButton {
            kind: AppButton.Quiet
            iconName: "trash-2"
            text: qsTr("Delete the album")
            onClicked: {
                more.close()
                const scope = page.scope
                const number = Batch.remove("albums", scope, [page.albumId])
                Undo.offer(qsTr("Album deleted, its photos stay."), () => Batch.undo(number))
                Nav.back()
            }
        }
    }
}
