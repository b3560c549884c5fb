// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 6: what somebody does, since when, for how much.
Column {
    id: section

    required property RecordForm form

    spacing: Theme.space5

    FormChips {
        width: parent.width
        form: section.form
        field: "talent_types"
        options: Array.from(Reference.find("talent_types", Language.current)).map(one => ({ value: one.code, text: one.name }))
    }
    FormChoice { width: parent.width; form: section.form; field: "experience" }
    FieldPair {
        width: parent.width
        FormNumber { width: parent.cell; form: section.form; field: "playing_age_min"; from: 0; to: 120; unit: qsTr("years") }
        FormNumber { width: parent.cell; form: section.form; field: "playing_age_max"; from: 0; to: 120; unit: qsTr("years") }
    }
    FormAmount { width: parent.width; form: section.form; field: "day_rate"; help: qsTr("Never on the public page.") }
    FormText { width: parent.width; form: section.form; field: "agency"; maximumLength: 255 }
}
