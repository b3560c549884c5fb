// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A whole number with its unit. Emits null for an emptied field; what is no number stays on screen with a sentence.
Field {
    id: editor

    property var value: null                    // number or null
    property int from: -2147483647
    property int to: 2147483647
    property bool misread: false
    signal changed(var value)

    function show() {
        const shown = value === null || value === undefined ? "" : String(value)
        if (text !== shown && !misread)
            text = shown
    }

    inputMethodHints: Qt.ImhDigitsOnly
    error: misread ? qsTr("A whole number between %1 and %2.").arg(from).arg(to) : ""
    onValueChanged: show()
    Component.onCompleted: show()
    onEdited: text => {
        const typed = text.trim()
        const number = Number(typed)
        misread = typed !== "" && (!Number.isInteger(number) || number < from || number > to)
        if (!misread)
            changed(typed === "" ? null : number)
    }
}
