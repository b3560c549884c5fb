// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 7: what else somebody can do.
Column {
    id: section

    required property RecordForm form

    spacing: Theme.space5

    FormPicks { width: parent.width; form: section.form; field: "skills"; kind: "skills"; addText: qsTr("Add a skill") }
    FormLong { width: parent.width; form: section.form; field: "other_skills"; minimumLines: 2; placeholder: qsTr("What the list lacks") }
    FormLong { width: parent.width; form: section.form; field: "bio"; minimumLines: 4; placeholder: qsTr("A few lines for casting people") }
}
