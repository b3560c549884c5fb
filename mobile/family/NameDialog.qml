// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Asks for one short text. named(text) is emitted with something in it; with keepOpen the page closes it.
AppDialog {
    id: dialog

    property string label
    property alias text: field.text
    property string error
    property int maximumLength: 100
    property bool keepOpen: false
    property bool busy: false
    signal named(string text)

    confirmEnabled: field.text.trim() !== "" && !busy
    onConfirmed: {
        error = ""
        named(field.text.trim())
    }
    onOpened: {
        error = ""
        field.text = ""
        field.forceActiveFocus()
    }

    Field {
        id: field

        width: parent.width
        label: dialog.label
        maximumLength: dialog.maximumLength
        error: dialog.error
        onAccepted: if (dialog.confirmEnabled) dialog.settle(true)
    }
}
