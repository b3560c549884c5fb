// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Which region's offers are shown, and which services the person has. Kept as they are chosen.
Page {
    id: page

    readonly property var record: form.values
    readonly property var errors: form.errors
    readonly property var services: record.services || []
    readonly property var shown: Services.known.concat(services.filter(code => Services.known.indexOf(code) < 0))

    title: qsTr("Where I watch")

    RecordForm {
        id: form

        collection: "profiles"
        scope: Session.personScope
        recordId: Records.idFor("profiles", Session.personScope, { account_id: Session.account })
        shows: ["region", "services"]
        defaults: ({ account_id: Session.account })
    }

    TextEditor {
        width: parent.width
        label: qsTr("Region")
        placeholder: qsTr("FR")
        help: qsTr("The country in two letters: FR, BE, CH, GB, US.")
        value: page.record.region || ""
        error: page.errors.region || ""
        maximumLength: 2
        onChanged: value => form.set("region", value.trim().toUpperCase() || null)
    }
    SectionTitle { text: qsTr("My services") }
    Flow {
        width: parent.width
        spacing: Theme.space2
        Repeater {
            model: page.shown
            Chip {
                required property string modelData

                text: Services.name(modelData)
                checkable: false
                checked: page.services.indexOf(modelData) >= 0
                onClicked: checked ? form.take("services", modelData) : form.add("services", modelData)
            }
        }
    }
    AppText {
        width: parent.width
        text: qsTr("Titles that these services offer in your region are marked, also without a network.")
        token: Theme.meta
        color: Theme.ink2
    }
}
