// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 5: what somebody looks like.
Column {
    id: section

    required property RecordForm form

    spacing: Theme.space5

    FieldPair {
        width: parent.width
        FormNumber { width: parent.cell; form: section.form; field: "height_cm"; from: 30; to: 272; unit: qsTr("cm") }
        FormNumber { width: parent.cell; form: section.form; field: "shoe_size"; from: 15; to: 60; unit: qsTr("EU") }
    }
    FormChoice { width: parent.width; form: section.form; field: "eye_colour" }
    FormChoice { width: parent.width; form: section.form; field: "hair_colour" }
    FormChoice { width: parent.width; form: section.form; field: "hair_type" }
    FormChoice { width: parent.width; form: section.form; field: "skin_tone" }
    FormChoice { width: parent.width; form: section.form; field: "build" }
    FieldPair {
        width: parent.width
        FormText { width: parent.cell; form: section.form; field: "clothing_size"; maximumLength: 20; placeholder: qsTr("For example: M, 40") }
        FormNumber { width: parent.cell; form: section.form; field: "weight_kg"; from: 2; to: 400; unit: qsTr("kg") }
        FormNumber { width: parent.cell; form: section.form; field: "chest_cm"; from: 20; to: 250; unit: qsTr("cm") }
        FormNumber { width: parent.cell; form: section.form; field: "waist_cm"; from: 20; to: 250; unit: qsTr("cm") }
        FormNumber { width: parent.cell; form: section.form; field: "hips_cm"; from: 20; to: 250; unit: qsTr("cm") }
    }
    FormText { width: parent.width; form: section.form; field: "tattoos"; maximumLength: 500; help: qsTr("Where and what, or nothing.") }
    FormText { width: parent.width; form: section.form; field: "piercings"; maximumLength: 500 }
    FormLong { width: parent.width; form: section.form; field: "distinctive_marks"; minimumLines: 2 }
}
