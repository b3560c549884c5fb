// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 2: where somebody comes from.
Column {
    id: section

    required property RecordForm form

    spacing: Theme.space5

    FormPick { width: parent.width; form: section.form; field: "origin_country"; help: qsTr("Your code begins with it.") }
    FormPicks { width: parent.width; form: section.form; field: "nationalities"; kind: "nationalities"; addText: qsTr("Add a nationality") }
    FormText { width: parent.width; form: section.form; field: "birth_place"; maximumLength: 100 }
    FormText { width: parent.width; form: section.form; field: "ethnicity"; maximumLength: 100; help: qsTr("In your own words, if you like. Casting people may look for it.") }
}
