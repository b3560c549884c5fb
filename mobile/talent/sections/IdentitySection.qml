// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 1: who this is and how to reach them.
Column {
    id: section

    required property RecordForm form
    readonly property var record: section.form.values
    readonly property bool minor: Talent.minor(section.record.birth_date || "")
    readonly property int age: Talent.age(section.record.birth_date || "")

    spacing: Theme.space5

    FieldPair {
        width: parent.width
        FormText { width: parent.cell; form: section.form; field: "first_name"; maximumLength: 100 }
        FormText { width: parent.cell; form: section.form; field: "last_name"; maximumLength: 100 }
    }
    FormText { width: parent.width; form: section.form; field: "stage_name"; maximumLength: 100; help: qsTr("Shown instead of your name.") }
    FormChoice { width: parent.width; form: section.form; field: "gender" }
    FormDate {
        width: parent.width
        form: section.form
        field: "birth_date"
        placeholder: "1998-06-12"
        help: section.age >= 0 ? qsTr("%n years old. Others see the age only.", "", section.age) : qsTr("Year, month and day, for example 1998-06-12.")
    }
    Banner {
        width: parent.width
        visible: section.minor
        tone: "info"
        iconName: "info"
        sentence: qsTr("A minor's profile is kept by a guardian and stays out of public search.")
    }
    FormText { width: parent.width; visible: section.minor || text !== ""; form: section.form; field: "guardian_name"; maximumLength: 200 }
    FormPhone { width: parent.width; visible: section.minor || text !== ""; form: section.form; field: "guardian_phone" }
    FormText { width: parent.width; form: section.form; field: "email"; maximumLength: 100; inputMethodHints: Qt.ImhEmailCharactersOnly }
    FormPhone { width: parent.width; form: section.form; field: "phone"; help: qsTr("Never on the public page.") }
    FormPhone { width: parent.width; form: section.form; field: "whatsapp" }
    FormChoice { width: parent.width; form: section.form; field: "document_kind" }
    FormText {
        width: parent.width
        visible: (section.record.document_kind || "") !== "" || text !== ""
        form: section.form
        field: "document_number"
        maximumLength: 50
    }
}
