// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Ui

// One viewing in full. Every change is kept as it is made.
Sheet {
    id: sheet

    property string recordId
    property string scope
    property string named
    readonly property var record: form.values
    readonly property var errors: form.errors

    function show(row: var) {
        scope = row.scope
        recordId = row.recordId
        named = row.title
        open()
    }

    title: qsTr("A viewing of %1").arg(named)

    RecordForm {
        id: form

        collection: "diary"
        scope: sheet.scope
        recordId: sheet.recordId
        shows: ["watched_on", "rating", "place", "remarks", "companions"]
    }
    DateEditor {
        width: parent.width
        label: qsTr("Seen on")
        value: sheet.record.watched_on || ""
        error: sheet.errors.watched_on || ""
        onChanged: value => { if (value !== "") form.edit("watched_on", value) }
    }
    RatingEditor {
        width: parent.width
        label: qsTr("My rating that day")
        value: sheet.record.rating || 0
        error: sheet.errors.rating || ""
        onChanged: value => form.edit("rating", value > 0 ? value : null)
    }
    BooleanEditor {
        width: parent.width
        label: qsTr("Seen before")
        value: sheet.record.rewatch || false
        onChanged: value => form.edit("rewatch", value)
    }
    TextEditor {
        width: parent.width
        label: qsTr("Where")
        placeholder: qsTr("At home, which cinema")
        value: sheet.record.place || ""
        error: sheet.errors.place || ""
        onChanged: value => form.set("place", value)
    }
    WordsEditor {
        width: parent.width
        label: qsTr("With whom")
        value: sheet.record.companions || []
        maximum: 50
        error: sheet.errors.companions || ""
        onChanged: value => {
            const before = sheet.record.companions || []
            value.filter(word => before.indexOf(word) < 0).forEach(word => form.add("companions", word))
            before.filter(word => value.indexOf(word) < 0).forEach(word => form.take("companions", word))
        }
    }
    LongTextEditor {
        width: parent.width
        label: qsTr("Remarks")
        value: sheet.record.remarks || ""
        error: sheet.errors.remarks || ""
        onChanged: value => form.set("remarks", value)
    }
    AppButton {
        width: parent.width
        kind: AppButton.Quiet
        iconName: "trash-2"
        text: qsTr("Remove this viewing")
        onClicked: {
            const scope = sheet.scope
            const id = sheet.recordId
            const base = form.base
            sheet.close()
            Records.remove("diary", scope, id, base)
            Undo.offer(qsTr("The viewing of %1 was removed").arg(sheet.named), () => Records.restore("diary", scope, id, base))
        }
    }
}
