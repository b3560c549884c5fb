// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// What people call the fields of the records they share.
QtObject {
    readonly property var names: ({
        "notes": qsTr("Note"), "rating": qsTr("Rating"), "status": qsTr("Status"), "tags": qsTr("Tags"), "title": qsTr("Title"),
        "name": qsTr("Name"), "description": qsTr("Description"), "note": qsTr("Note"), "order_key": qsTr("Place in the list"),
        "progress": qsTr("Progress"), "favourite": qsTr("Favourite"), "message": qsTr("Message"), "body": qsTr("Review")
    })

    function name(field: string): string { return names[field] || field }
}
