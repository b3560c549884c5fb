// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One line of text of a profile; kept as it is typed.
TextEditor {
    id: editor

    required property RecordForm form
    required property string field

    label: TalentWords.label(field)
    value: form.values[field] || ""
    error: form.errors[field] || ""
    status: FieldState.of(form.marks, field)
    onChanged: value => form.set(field, value)
    onStatusTapped: Nav.open(FieldState.page(form.marks, field), { recordId: form.recordId })
    onActiveChanged: if (!active) form.save()
}
