// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A phone number, typed as at home or with its country; kept in the one international form.
Field {
    id: editor

    required property RecordForm form
    readonly property var record: editor.form.values
    readonly property var faults: editor.form.errors
    required property string field
    readonly property string kept: form.values[field] || ""
    readonly property string country: editor.record.residence_country || editor.record.origin_country || ""
    property string fault
    property var heard: ({})

    function show() {
        if (!active && fault === "")
            text = Reference.shownPhone(kept)
    }
    // What is no number stays typed, with its reason; the record is asked too, so that leaving says it again.
    function leave() {
        const typed = text.trim()
        heard = Reference.phone(typed, country)
        fault = typed === "" ? "" : heard.fault
        form.edit(field, typed === "" ? null : heard.fault === "" ? heard.e164 : typed)
        show()
    }

    label: TalentWords.label(field)
    inputMethodHints: Qt.ImhDialableCharactersOnly
    error: TalentWords.phoneFaults[fault] || editor.faults[field] || ""
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
