// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One previous production of a talent; each field is kept as it is typed.
Sheet {
    id: sheet

    property string scope
    readonly property var record: form.values
    readonly property var faults: form.errors

    title: sheet.record.title || qsTr("Production")

    function show(id: string) {
        form.recordId = id
        open()
    }

    RecordForm { id: form; collection: "credits"; scope: sheet.scope }

    TextEditor { width: parent.width; label: qsTr("Title"); value: sheet.record.title || ""; error: sheet.faults.title || ""; maximumLength: 255; onChanged: value => form.set("title", value) }
    FieldPair {
        width: parent.width
        IntegerEditor { width: parent.cell; label: qsTr("Year"); value: sheet.record.year || null; from: 1870; to: 2200; onChanged: value => form.set("year", value) }
        TextEditor { width: parent.cell; label: qsTr("Kind"); placeholder: qsTr("Film, advert …"); value: sheet.record.kind || ""; error: sheet.faults.kind || ""; maximumLength: 50; onChanged: value => form.set("kind", value) }
    }
    TextEditor { width: parent.width; label: qsTr("Role"); value: sheet.record.role || ""; error: sheet.faults.role || ""; maximumLength: 255; onChanged: value => form.set("role", value) }
    TextEditor { width: parent.width; label: qsTr("Director"); value: sheet.record.director || ""; error: sheet.faults.director || ""; maximumLength: 255; onChanged: value => form.set("director", value) }
    TextEditor { width: parent.width; label: qsTr("Company"); value: sheet.record.company || ""; error: sheet.faults.company || ""; maximumLength: 255; onChanged: value => form.set("company", value) }
    TextEditor { width: parent.width; label: qsTr("Web address"); placeholder: "https://"; value: sheet.record.url || ""; error: sheet.faults.url || ""; maximumLength: 2048; onChanged: value => form.set("url", value) }
    AppButton {
        width: parent.width
        kind: AppButton.Quiet
        iconName: "trash-2"
        text: qsTr("Remove this production")
        onClicked: {
            const scope = sheet.scope
            const id = form.recordId
            const base = form.base
            Records.remove("credits", scope, id, base)
            Undo.offer(qsTr("%1 was removed").arg(sheet.record.title), () => Records.restore("credits", scope, id, base))
            sheet.close()
        }
    }
    onClosed: form.save()
}
