// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Section 8: networks. The website is open, the others are sealed like a phone number.
Column {
    id: section

    required property RecordForm form

    spacing: Theme.space5

    FormText { width: parent.width; form: section.form; field: "website"; maximumLength: 2048; placeholder: "https://"; inputMethodHints: Qt.ImhUrlCharactersOnly }
    Repeater {
        model: ["instagram", "facebook", "tiktok", "youtube", "x_handle", "linkedin", "snapchat"]
        FormText {
            required property string modelData

            width: section.width
            form: section.form
            field: modelData
            maximumLength: 255
            placeholder: qsTr("Name or address")
        }
    }
}
