// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// A set of words: tags, skills, genres. Enter or a comma adds what is typed, tapping a word takes it out.
FocusScope {
    id: editor

    property string label
    property string help
    property var value: []                      // list of strings
    property int maximum: 50
    property string placeholder: qsTr("Add a word")
    property string error
    property string status
    property string statusText
    signal changed(var value)
    signal statusTapped()

    function add(typed: string) {
        const words = typed.split(",").map(word => word.trim()).filter(word => word !== "" && value.indexOf(word) < 0)
        if (words.length > 0 && value.length < maximum)
            changed(value.concat(words).slice(0, maximum))
        field.text = ""
    }
    function remove(word: string) {
        changed(value.filter(one => one !== word))
        field.forceActiveFocus()
    }

    implicitWidth: 240
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: 4
        Field {
            id: field

            width: parent.width
            focus: true
            enabled: editor.enabled
            label: editor.label
            placeholder: editor.placeholder
            help: editor.help
            error: editor.error
            status: editor.status
            statusText: editor.statusText
            onAccepted: editor.add(text)
            onEdited: text => { if (text.indexOf(",") >= 0) editor.add(text) }
            onStatusTapped: editor.statusTapped()
        }
        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: editor.value

                Chip {
                    required property string modelData

                    enabled: editor.enabled
                    checkable: false
                    removable: true
                    text: modelData
                    onClicked: editor.remove(modelData)
                }
            }
        }
    }
}
