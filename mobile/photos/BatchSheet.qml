// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Ui

// The same change to all photos that are chosen, each with one undo.
Sheet {
    id: sheet

    property string scope
    property var ids: []
    property var told: ({})     // by the batch's number: what the undo bar says
    signal finished()

    function show(which: var) {
        ids = which
        open()
    }
    function edit(values: var, words: string) { note(Batch.edit("photos", scope, ids, values), words) }
    function note(number: int, words: string) {
        told[number] = words
        close()
    }

    title: qsTr("Edit %n photos", "", ids.length)

    Connections {
        target: Batch
        function onDone(number: int, count: int) {
            if (!(number in sheet.told))
                return
            const words = sheet.told[number]
            Undo.offer(count > 0 ? words : qsTr("They were like that already."), count > 0 ? () => Batch.undo(number) : null)
            delete sheet.told[number]
            sheet.finished()
        }
        function onRefused(number: int, message: string) {
            if (number in sheet.told)
                Undo.offer(message, null)
            delete sheet.told[number]
        }
    }
    CollectionModel { id: albums; collection: "albums"; scope: sheet.scope; orderBy: ["name"] }
    CollectionModel { id: authors; collection: "authors"; scope: sheet.scope; orderBy: ["name"] }

    AppText { text: qsTr("Stars"); token: Theme.label; strong: true }
    Rating { whole: true; clearable: false; name: qsTr("Stars"); onRated: value => sheet.edit({ rating: value / 20 }, qsTr("%n photos rated", "", sheet.ids.length)) }
    Flow {
        width: parent.width
        spacing: Theme.space2
        Chip { text: qsTr("Picked"); onClicked: sheet.edit({ pick: "pick" }, qsTr("%n photos picked", "", sheet.ids.length)) }
        Chip { text: qsTr("Rejected"); onClicked: sheet.edit({ pick: "reject" }, qsTr("%n photos rejected", "", sheet.ids.length)) }
        Chip { text: qsTr("No mark, no stars"); onClicked: sheet.edit({ pick: "none", rating: 0 }, qsTr("%n photos without marks", "", sheet.ids.length)) }
    }
    Field { id: tag; width: parent.width; label: qsTr("Tag"); maximumLength: 64 }
    Flow {
        width: parent.width
        spacing: Theme.space3
        AppButton { kind: AppButton.Secondary; enabled: tag.text.trim() !== ""; whyDisabled: qsTr("Type a tag first."); text: qsTr("Add the tag"); onClicked: sheet.note(Batch.addTo("photos", sheet.scope, sheet.ids, "tags", tag.text.trim()), qsTr("%n photos tagged", "", sheet.ids.length)) }
        AppButton { kind: AppButton.Quiet; enabled: tag.text.trim() !== ""; text: qsTr("Take it off"); onClicked: sheet.note(Batch.takeFrom("photos", sheet.scope, sheet.ids, "tags", tag.text.trim()), qsTr("%n photos without the tag", "", sheet.ids.length)) }
    }
    Field { id: heading; width: parent.width; label: qsTr("Title"); maximumLength: 255; onAccepted: sheet.edit({ title: text.trim() }, qsTr("%n photos titled", "", sheet.ids.length)) }
    LongField { id: words; width: parent.width; label: qsTr("Description") }
    AppButton {
        kind: AppButton.Secondary
        enabled: heading.text.trim() !== "" || words.text.trim() !== ""
        whyDisabled: qsTr("Type a title or a description first.")
        text: qsTr("Write them on all")
        onClicked: {
            const values = {}
            if (heading.text.trim() !== "")
                values.title = heading.text.trim()
            if (words.text.trim() !== "")
                values.description = words.text.trim()
            sheet.edit(values, qsTr("%n photos described", "", sheet.ids.length))
        }
    }
    EnumEditor {
        width: parent.width
        visible: authors.count > 0
        label: qsTr("Author")
        options: Array.from({ length: authors.count }, (_, row) => ({ value: authors.get(row).recordId, text: authors.get(row).name }))
        onChanged: value => sheet.edit({ author: value }, qsTr("%n photos signed", "", sheet.ids.length))
    }
    EnumEditor {
        width: parent.width
        visible: albums.count > 0
        label: qsTr("Put into an album")
        options: Array.from({ length: albums.count }, (_, row) => ({ value: albums.get(row).recordId, text: albums.get(row).name }))
        onChanged: value => sheet.note(Batch.create("album_items", sheet.scope, sheet.ids.map(photo => ({ album: value, photo: photo }))), qsTr("%n photos put into the album", "", sheet.ids.length))
    }
    AppButton {
        kind: AppButton.Quiet
        iconName: "trash-2"
        text: qsTr("Delete %n photos", "", sheet.ids.length)
        onClicked: sheet.note(Batch.remove("photos", sheet.scope, sheet.ids), qsTr("%n photos deleted. Recoverable for 30 days.", "", sheet.ids.length))
    }
}
