// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The albums of one person. Photos are put in from a selection in the library.
ListPage {
    id: page

    title: qsTr("Albums")
    carded: true
    model: albums
    empty: !albums.loading && albums.count === 0

    CollectionModel { id: albums; collection: "albums"; scope: Session.personScope; orderBy: ["name"] }

    delegate: ListRow {
        required property int index
        required property var model

        width: ListView.view.width
        iconName: "images"
        title: model.name
        meta: model.description || ""
        syncState: model.mark
        stateText: SyncWords.markWord(model.mark)
        chevron: true
        separator: index < albums.count - 1
        onClicked: Nav.open("album", { albumId: model.recordId })
    }
    EmptyState {
        width: parent.width
        iconName: "images"
        title: qsTr("No album yet")
        sentence: qsTr("Make one, then choose photos in the library and put them in.")
    }
    dock: Item {
        width: parent.width
        height: button.height + 24
        AppButton {
            id: button

            anchors.centerIn: parent
            width: Math.min(480, parent.width - 2 * Theme.marginCard)
            iconName: "plus"
            text: qsTr("New album")
            onClicked: naming.open()
        }
    }
    NameDialog {
        id: naming

        title: qsTr("New album")
        label: qsTr("Name")
        confirmText: qsTr("Make the album")
        maximumLength: 255
        onNamed: name => Records.create("albums", Session.personScope, { name: name, sort: "taken_at" })
    }
}
