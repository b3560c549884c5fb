// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One entry of the reference data by its code: a country.
PickRow {
    id: editor

    required property RecordForm form
    required property string field
    property string kind: "countries"
    readonly property string code: form.values[field] || ""
    signal picked(string code)

    label: TalentWords.label(field)
    value: code === "" ? "" : Reference.name(kind, code, Language.current)
    flag: Reference.flag(code)
    error: form.errors[field] || ""
    status: FieldState.of(form.marks, field)
    onStatusTapped: Nav.open(FieldState.page(form.marks, field), { recordId: form.recordId })
    onClicked: sheet.open()

    PickSheet {
        id: sheet

        title: editor.label
        kind: editor.kind
        chosen: [editor.code]
        onPicked: code => {
            editor.form.edit(editor.field, code)
            editor.picked(code)
        }
    }
}
