// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// What people call the fields of the records they share.
QtObject {
    readonly property var names: ({
        "notes": qsTr("Note"), "rating": qsTr("Rating"), "status": qsTr("Status"), "tags": qsTr("Tags"), "title": qsTr("Title"), "kind": qsTr("Kind"), "year": qsTr("Year"), "watched_by": qsTr("Seen by"),
        "name": qsTr("Name"), "description": qsTr("Description"), "note": qsTr("Note"), "order_key": qsTr("Place in the list"),
        "progress": qsTr("Progress"), "favourite": qsTr("Favourite"), "message": qsTr("Message"), "body": qsTr("Review")
    })

    readonly property var choices: ({
        "not_watched": qsTr("To watch"), "watching": qsTr("Watching"), "completed": qsTr("Watched"), "movie": qsTr("Film"),
        "tv": qsTr("Series"), "pending": qsTr("Open"), "accepted": qsTr("Accepted"), "rejected": qsTr("Declined")
    })

    function name(field: string): string { return names[field] || field }
    // A value as people read it: choices by their word, ratings in stars.
    function value(field: string, text: string): string {
        if (text === "")
            return ""
        if (field === "rating")
            return qsTr("%1 of 5 stars").arg(Number(text) / 20)
        return field === "status" || field === "kind" ? choices[text] || text : text
    }
}
