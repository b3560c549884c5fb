// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Several lines of text.
LongField {
    id: editor

    property string value
    signal changed(string value)

    text: value
    onValueChanged: if (text !== value) text = value
    onEdited: text => editor.changed(text)
}
