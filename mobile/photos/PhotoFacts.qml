// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What is said of a photograph and known about it: stars, marks, words, author, camera, files. Kept as it is typed.
Column {
    id: facts

    property string scope
    property RecordForm form
    readonly property var photo: form ? form.values : ({})
    readonly property var errors: form ? form.errors : ({})
    readonly property var exif: files.exif
    signal deleteWanted()

    function status(field: string): string { return form ? { "wait": "pending", "held": "held", "fork": "conflict" }[form.marks[field] || ""] || "" : "" }

    spacing: Theme.space5

    PhotoFiles { id: files; scope: facts.scope; photo: facts.form ? facts.form.recordId : "" }
    CollectionModel { id: authors; collection: "authors"; scope: facts.scope; orderBy: ["name"] }
    Connections {
        target: files
        function onSeparated(fileId: string, photo: string) { Undo.offer(qsTr("It is a photo of its own now."), () => files.join(fileId, photo)) }
        function onRefused(message: string) { Undo.offer(message, null) }
    }

    Banner {
        width: parent.width
        visible: facts.form !== null && facts.form.error !== ""
        tone: "held"
        title: qsTr("Not saved yet")
        sentence: facts.form ? facts.form.error : ""
        actionText: qsTr("Try again")
        onActed: facts.form.save()
    }
    Rating { whole: true; name: qsTr("Stars"); value: (facts.photo.rating || 0) * 20; onRated: value => facts.form.edit("rating", value / 20) }
    Flow {
        width: parent.width
        spacing: Theme.space3
        Chip { checkable: false; checked: facts.photo.pick === "pick"; text: qsTr("Picked"); onClicked: facts.form.edit("pick", facts.photo.pick === "pick" ? "none" : "pick") }
        Chip { checkable: false; checked: facts.photo.pick === "reject"; text: qsTr("Rejected"); onClicked: facts.form.edit("pick", facts.photo.pick === "reject" ? "none" : "reject") }
    }
    TextEditor {
        width: parent.width
        label: qsTr("Title")
        value: facts.photo.title || ""
        error: facts.errors.title || ""
        status: facts.status("title")
        onChanged: value => facts.form.edit("title", value)
    }
    WordsEditor {
        width: parent.width
        label: qsTr("Tags")
        value: facts.photo.tags || []
        maximum: 100
        error: facts.errors.tags || ""
        status: facts.status("tags")
        onChanged: value => facts.form.edit("tags", value)
    }
    LongTextEditor {
        width: parent.width
        label: qsTr("Description")
        value: facts.photo.description || ""
        error: facts.errors.description || ""
        status: facts.status("description")
        onChanged: value => facts.form.edit("description", value)
    }
    EnumEditor {
        width: parent.width
        visible: authors.count > 0
        label: qsTr("Author")
        clearable: true
        value: facts.photo.author || ""
        options: Array.from({ length: authors.count }, (_, row) => ({ value: authors.get(row).recordId, text: authors.get(row).name || "" }))
        onChanged: value => facts.form.edit("author", value === "" ? null : value)
    }
    AppButton { kind: AppButton.Quiet; iconName: "user-plus"; text: qsTr("Add an author"); onClicked: naming.open() }
    SectionTitle { text: qsTr("What the camera says") }
    Card {
        width: parent.width
        FactRow { width: parent.width; label: qsTr("Taken"); value: PhotoWords.shot(facts.photo.taken_at || "") || qsTr("Without a date") }
        FactRow { width: parent.width; visible: value !== ""; label: qsTr("Camera"); value: facts.photo.camera || "" }
        FactRow { width: parent.width; visible: value !== ""; label: qsTr("Lens"); value: facts.exif["Exif.Photo.LensModel"] || "" }
        FactRow { width: parent.width; visible: value !== ""; label: qsTr("Exposure"); value: CameraWords.exposure(facts.exif) }
        FactRow { width: parent.width; visible: value !== ""; label: qsTr("Size"); value: facts.photo.width ? qsTr("%1 × %2").arg(facts.photo.width).arg(facts.photo.height) : "" }
        FactRow { width: parent.width; visible: value !== ""; label: qsTr("Place"); value: facts.photo.place || facts.photo.position || "" }
    }
    SectionTitle { text: qsTr("%n files", "", files.count) }
    Card {
        width: parent.width
        padding: 0
        spacing: 0
        Repeater {
            model: files
            ListRow {
                id: file

                required property int index
                required property var model

                width: parent.width
                iconName: file.model.kind === "raw" ? "camera" : "image"
                title: file.model.filename
                meta: [PhotoWords.kind(file.model.kind), PhotoWords.bytes(file.model.bytes), PhotoWords.place(file.model.state, file.model.here)].join(" · ")
                separator: index < files.count - 1
                AppButton {
                    visible: file.model.canSeparate
                    kind: AppButton.Quiet
                    iconName: "split"
                    text: qsTr("Make it a photo of its own")
                    onClicked: files.separate(file.model.recordId)
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.space3
        AppButton { kind: AppButton.Quiet; iconName: "history"; text: qsTr("What happened to it"); onClicked: Nav.open("history", { collection: "photos", scope: facts.scope, recordId: facts.form.recordId }) }
        AppButton { kind: AppButton.Quiet; iconName: "trash-2"; text: qsTr("Delete the photo"); onClicked: facts.deleteWanted() }
    }
    NameDialog {
        id: naming

        title: qsTr("Add an author")
        label: qsTr("Name")
        confirmText: qsTr("Add")
        maximumLength: 255
        onNamed: name => facts.form.edit("author", Records.create("authors", facts.scope, { name: name }))
    }
}
