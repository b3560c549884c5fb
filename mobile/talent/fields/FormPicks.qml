// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Several entries of the reference data by their codes: nationalities, skills. A tap on one takes it out.
FocusScope {
    id: editor

    required property RecordForm form
    required property string field
    property string kind
    property string addText: qsTr("Add")
    property string label: TalentWords.label(field)
    readonly property var codes: form.values[field] || []

    implicitWidth: 240
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Column {
        id: column

        width: parent.width
        spacing: 4
        AppText { width: parent.width; text: editor.label; token: Theme.label; strong: true; Accessible.ignored: true }
        Flow {
            width: parent.width
            spacing: 8
            Repeater {
                model: editor.codes
                Chip {
                    required property string modelData

                    checkable: false
                    removable: true
                    text: (editor.kind === "nationalities" ? Reference.flag(modelData) + " " : "") + Reference.name(editor.kind, modelData, Language.current)
                    Accessible.name: qsTr("Remove %1").arg(Reference.name(editor.kind, modelData, Language.current))
                    onClicked: editor.form.take(editor.field, modelData)
                }
            }
        }
        AppButton {
            width: parent.width
            iconName: "plus"
            text: editor.addText
            onClicked: sheet.open()
        }
        FieldFrame {
            width: parent.width
            visible: shownLine !== ""
            lineOnly: true
            error: editor.form.errors[editor.field] || ""
            status: FieldState.of(editor.form.marks, editor.field)
            onStatusTapped: Nav.open(FieldState.page(editor.form.marks, editor.field), { recordId: editor.form.recordId })
        }
    }
    PickSheet {
        id: sheet

        title: editor.label
        kind: editor.kind
        multiple: true
        chosen: editor.codes
        onPicked: code => {
            if (editor.codes.indexOf(code) >= 0)
                editor.form.take(editor.field, code)
            else
                editor.form.add(editor.field, code)
        }
    }
}
