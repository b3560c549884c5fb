// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A set of free words of a profile.
WordsEditor {
    id: editor

    required property RecordForm form
    required property string field

    label: TalentWords.label(field)
    value: form.values[field] || []
    error: form.errors[field] || ""
    status: FieldState.of(form.marks, field)
    onChanged: value => form.edit(field, value)
    onStatusTapped: Nav.open(FieldState.page(form.marks, field), { recordId: form.recordId })
}
