// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A set chosen from a short list, all of it on screen. `options` is a list of {value, text}.
FocusScope {
    id: editor

    required property RecordForm form
    required property string field
    property string label: TalentWords.label(field)
    property string help
    property var options: []
    readonly property var chosen: form.values[field] || []

    implicitWidth: 240
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Column {
        id: column

        width: parent.width
        spacing: 2
        AppText { width: parent.width; text: editor.label; token: Theme.label; strong: true; Accessible.ignored: true }
        Flow {
            width: parent.width
            spacing: 8
            Repeater {
                model: editor.options
                Chip {
                    required property var modelData

                    text: modelData.text
                    checked: editor.chosen.indexOf(modelData.value) >= 0
                    onClicked: {
                        if (editor.chosen.indexOf(modelData.value) >= 0)
                            editor.form.take(editor.field, modelData.value)
                        else
                            editor.form.add(editor.field, modelData.value)
                        checked = Qt.binding(() => editor.chosen.indexOf(modelData.value) >= 0)
                    }
                }
            }
        }
        FieldFrame {
            width: parent.width
            visible: shownLine !== ""
            lineOnly: true
            help: editor.help
            error: editor.form.errors[editor.field] || ""
            status: FieldState.of(editor.form.marks, editor.field)
            onStatusTapped: Nav.open(FieldState.page(editor.form.marks, editor.field), { recordId: editor.form.recordId })
        }
    }
}
