// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Half stars, 10 to 100 in tenths; 0 is none.
FocusScope {
    id: editor

    property string label
    property string help
    property int value: 0
    property string error
    property string status
    property string statusText
    signal changed(int value)
    signal statusTapped()

    implicitWidth: 240
    implicitHeight: column.implicitHeight

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
        Rating {
            focus: true
            name: editor.label || qsTr("Rating")
            readOnly: !editor.enabled
            starSize: 32
            gap: 6
            value: editor.value
            onRated: tenths => {
                editor.changed(tenths)
                value = Qt.binding(() => editor.value)
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
