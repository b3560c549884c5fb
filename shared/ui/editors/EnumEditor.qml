// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// One of a declared list, as chips. `options` is a list of {value, text, swatch}; tapping the chosen one clears it
// when `clearable`.
FocusScope {
    id: editor

    property string label
    property string help
    property var options: []
    property string value
    property bool clearable: false
    property string error
    property string status
    property string statusText
    signal changed(string value)
    signal statusTapped()

    implicitWidth: 240
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Column {
        id: column

        width: parent.width
        spacing: 2
        AppText {
            width: parent.width
            visible: text !== ""
            text: editor.label
            token: Theme.label
            strong: true
            Accessible.ignored: true
        }
        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: editor.options

                Chip {
                    required property var modelData

                    enabled: editor.enabled
                    text: modelData.text
                    swatch: modelData.swatch || "transparent"
                    checked: modelData.value === editor.value
                    onClicked: {
                        const next = modelData.value !== editor.value ? modelData.value : editor.clearable ? "" : editor.value
                        if (next !== editor.value)
                            editor.changed(next)
                        checked = Qt.binding(() => modelData.value === editor.value)
                    }
                }
            }
        }
        FieldFrame {
            width: parent.width
            visible: shownLine !== ""
            lineOnly: true
            help: editor.help
            error: editor.error
            status: editor.status
            statusText: editor.statusText
            onStatusTapped: editor.statusTapped()
        }
    }
}
