// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One of the declared choices, as chips; tapping it again takes it back.
EnumEditor {
    id: editor

    required property RecordForm form
    required property string field

    label: TalentWords.label(field)
    options: TalentWords.options(field)
    value: form.values[field] || ""
    clearable: true
    error: form.errors[field] || ""
    status: FieldState.of(form.marks, field)
    onChanged: value => form.edit(field, value === "" ? null : value)
    onStatusTapped: Nav.open(FieldState.page(form.marks, field), { recordId: form.recordId })
}
