// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 3: where somebody lives and how far they go.
Column {
    id: section

    required property RecordForm form
    readonly property var record: section.form.values
    readonly property var faults: section.form.errors
    readonly property var licences: ["AM", "A1", "A2", "A", "B", "BE", "C1", "C", "CE", "D1", "D"]
    readonly property string country: section.record.residence_country || ""

    spacing: Theme.space5

    // A city of another country is no city of this one.
    FormPick {
        width: parent.width
        form: section.form
        field: "residence_country"
        onPicked: {
            section.form.set("city", null)
            section.form.set("city_name", null)
            section.form.save()
        }
    }
    PickRow {
        width: parent.width
        label: TalentWords.label("city")
        value: section.record.city_name || ""
        help: qsTr("Any place, also one that the list lacks.")
        error: section.faults.city_name || section.faults.city || ""
        status: FieldState.of(section.form.marks, "city_name")
        enabled: section.country !== ""
        onStatusTapped: Nav.open(FieldState.page(section.form.marks, "city_name"), { recordId: section.form.recordId })
        onClicked: cities.open()

        PickSheet {
            id: cities

            title: TalentWords.label("city")
            kind: "cities"
            country: section.country
            ownAllowed: true
            chosen: [section.record.city_name || ""]
            onPicked: (code, name) => {
                section.form.set("city", Reference.cityId(section.country, code) || null)
                section.form.set("city_name", name)
                section.form.save()
            }
        }
    }
    FormLong { width: parent.width; form: section.form; field: "address"; minimumLines: 2; help: qsTr("Never on the public page.") }
    FormSwitch { width: parent.width; form: section.form; field: "can_travel" }
    FormSwitch { width: parent.width; form: section.form; field: "has_passport" }
    FormChips {
        width: parent.width
        form: section.form
        field: "driving_licences"
        options: section.licences.map(one => ({ value: one, text: one }))
    }
}
