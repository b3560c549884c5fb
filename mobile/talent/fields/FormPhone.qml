// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A phone number, typed as at home or with its country; kept in the one international form.
Field {
    id: editor

    required property RecordForm form
    required property string field
    readonly property string kept: form.values[field] || ""
    readonly property string country: form.values.residence_country || form.values.origin_country || ""
    property string fault

    function show() {
        if (!active && fault === "")
            text = Reference.shownPhone(kept)
    }
    // What is no number stays typed, with its reason; the record is asked too, so that leaving says it again.
    function leave() {
        const typed = text.trim()
        const read = Reference.phone(typed, country)
        fault = typed === "" ? "" : read.fault
        form.edit(field, typed === "" ? null : read.fault === "" ? read.e164 : typed)
        show()
    }

    label: TalentWords.label(field)
    inputMethodHints: Qt.ImhDialableCharactersOnly
    error: TalentWords.phoneFaults[fault] || form.errors[field] || ""
    status: FieldState.of(form.marks, field)
    onKeptChanged: show()
    Component.onCompleted: show()
    onEdited: text => {
        fault = ""
        const read = Reference.phone(text.trim(), country)
        if (read.fault === "")
            form.set(field, read.e164)
    }
    onActiveChanged: if (!active) leave()
    onStatusTapped: Nav.open(FieldState.page(form.marks, field), { recordId: form.recordId })
}
