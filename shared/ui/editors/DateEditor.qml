// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A day as year, month and day, typed as 2025-06-12; the long form stands below. Emits "" when emptied.
Field {
    id: editor

    property string value                       // ISO, "2025-06-12", or empty
    property bool misread: false
    signal changed(string value)

    function parse(typed: string): var {
        const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
        if (!parts)
            return null
        const day = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
        return day.getMonth() === Number(parts[2]) - 1 && day.getDate() === Number(parts[3]) ? day : null
    }
    function iso(day: var): string {
        return Qt.formatDate(day, "yyyy-MM-dd")
    }

    text: value
    placeholder: qsTr("2025-06-12")
    inputMethodHints: Qt.ImhDate
    help: parse(value) ? Language.date(parse(value)) : qsTr("Year, month and day, for example 2025-06-12.")
    error: misread ? qsTr("Year, month and day, for example 2025-06-12.") : ""
    onValueChanged: if (text !== value && !misread) text = value
    onEdited: text => {
        const typed = text.trim()
        const day = parse(typed)
        misread = typed.length >= 8 && !day
        if (typed === "")
            changed("")
        else if (day)
            changed(iso(day))
    }
    onActiveChanged: if (!active) misread = text.trim() !== "" && !parse(text.trim())
}
