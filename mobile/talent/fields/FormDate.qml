// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A day of a profile.
DateEditor {
    id: editor

    required property RecordForm form
    required property string field

    label: TalentWords.label(field)
    value: form.values[field] || ""
    error: misread ? qsTr("Year, month and day, for example 1998-06-12.") : form.errors[field] || ""
    status: FieldState.of(form.marks, field)
    onChanged: value => form.edit(field, value === "" ? null : value)
    onStatusTapped: Nav.open(FieldState.page(form.marks, field), { recordId: form.recordId })
}
