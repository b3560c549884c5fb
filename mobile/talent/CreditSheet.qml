// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One previous production of a talent; each field is kept as it is typed.
Sheet {
    id: sheet

    property string scope

    title: form.values.title || qsTr("Production")

    function show(id: string) {
        form.recordId = id
        open()
    }

    RecordForm { id: form; collection: "credits"; scope: sheet.scope }

    TextEditor { width: parent.width; label: qsTr("Title"); value: form.values.title || ""; error: form.errors.title || ""; maximumLength: 255; onChanged: value => form.set("title", value) }
    FieldPair {
        width: parent.width
        IntegerEditor { width: parent.cell; label: qsTr("Year"); value: form.values.year || null; from: 1870; to: 2200; onChanged: value => form.set("year", value) }
        TextEditor { width: parent.cell; label: qsTr("Kind"); placeholder: qsTr("Film, advert …"); value: form.values.kind || ""; error: form.errors.kind || ""; maximumLength: 50; onChanged: value => form.set("kind", value) }
    }
    TextEditor { width: parent.width; label: qsTr("Role"); value: form.values.role || ""; error: form.errors.role || ""; maximumLength: 255; onChanged: value => form.set("role", value) }
    TextEditor { width: parent.width; label: qsTr("Director"); value: form.values.director || ""; error: form.errors.director || ""; maximumLength: 255; onChanged: value => form.set("director", value) }
    TextEditor { width: parent.width; label: qsTr("Company"); value: form.values.company || ""; error: form.errors.company || ""; maximumLength: 255; onChanged: value => form.set("company", value) }
    TextEditor { width: parent.width; label: qsTr("Web address"); placeholder: "https://"; value: form.values.url || ""; error: form.errors.url || ""; maximumLength: 2048; onChanged: value => form.set("url", value) }
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
            Undo.offer(qsTr("%1 was removed").arg(form.values.title), () => Records.restore("credits", scope, id, base))
            sheet.close()
        }
    }
    onClosed: form.save()
}
