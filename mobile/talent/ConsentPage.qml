// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What this profile's owner agreed to, until when, and taking it back. Holds on this device at once, also offline.
Page {
    id: page

    property string scope: Session.personScope
    readonly property var record: profile.values
    property string talentId
    readonly property bool minor: Talent.minor(page.record.birth_date || "")
    readonly property var rows: {
        const all = []
        for (let row = 0; row < acts.count; ++row)
            all.push(acts.get(row))
        return all
    }
    readonly property var standing: Talent.consents(rows, talentId)
    readonly property var purposes: (minor ? ["minor"] : []).concat(ConsentWords.purposes.filter(one => !minor || one !== "public_page"))

    back: true
    title: qsTr("Consents")
    maximumWidth: 560

    RecordForm { id: profile; collection: "talent_profiles"; scope: page.scope; recordId: page.talentId }
    CollectionModel { id: acts; collection: "consents"; scope: page.scope; filter: ({ "subject_id": page.talentId }) }

    AppText {
        width: parent.width
        text: page.minor ? qsTr("A guardian decides for a child. Everything can be taken back at any time.")
                         : qsTr("You decide, one by one. Everything can be taken back at any time, also without a network.")
        color: Theme.ink2
    }
    Card {
        width: parent.width
        padding: 0
        spacing: 0
        Repeater {
            model: page.purposes
            ListRow {
                required property int index
                required property string modelData
                readonly property var consent: page.standing[modelData]

                width: parent.width
                iconName: consent.state === "given" ? "shield-check" : "hand"
                accentedIcon: consent.state === "given"
                title: ConsentWords.title(modelData)
                meta: ConsentWords.line(consent)
                chevron: true
                separator: index < page.purposes.length - 1
                onClicked: sheet.show(modelData)
            }
        }
    }

    ConsentSheet {
        id: sheet

        scope: page.scope
        talentId: page.talentId
        standing: page.standing
        signer: page.minor ? page.record.guardian_name || Session.displayName : [page.record.first_name, page.record.last_name].filter(part => part).join(" ")
    }
}
