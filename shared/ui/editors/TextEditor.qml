// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// One line of text. All editors share label, value, help, error, status, statusText, enabled and changed(value):
// value is what the record says, changed what the person wants; the page writes it and the new value comes back.
Field {
    id: editor

    property string value
    signal changed(string value)

    text: value
    onValueChanged: if (text !== value) text = value
    onEdited: text => editor.changed(text)
}
