// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Yes or no, at once.
FocusScope {
    id: editor

    property string label
    property string help
    property bool value: false
    property string error
    property string status
    property string statusText
    signal changed(bool value)
    signal statusTapped()

    implicitWidth: 240
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: 4
        AppSwitch {
            id: toggle

            width: parent.width
            focus: true
            text: editor.label
            meta: editor.help
            checked: editor.value
            onToggled: {
                editor.changed(checked)
                checked = Qt.binding(() => editor.value)
            }
        }
        FieldFrame {
            width: parent.width
            visible: shownLine !== ""
            lineOnly: true
            error: editor.error
            status: editor.status
            statusText: editor.statusText
            onStatusTapped: editor.statusTapped()
        }
    }
}
