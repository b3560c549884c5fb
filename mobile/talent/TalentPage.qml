// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One talent profile: how complete it is, what to add next, its nine sections and what to do with it.
Page {
    id: page

    property string scope: Session.personScope
    readonly property var record: profile.values
    property string talentId
    readonly property var complete: Talent.completeness(profile.values, credits.count)
    readonly property var visibleSections: page.record.visible_sections || []
    readonly property string name: TalentWords.name(profile.values)

    back: !Nav.twoPanes
    pill: false
    title: qsTr("Talent profile")
    maximumWidth: 560

    function openSection(number: int) {
        Nav.open("talentForm", { scope: scope, talentId: talentId, number: number })
    }
    // What the server waits for before it gives the code.
    readonly property string codeNeeds: {
        const wants = [["origin_country", qsTr("the country of origin")], ["gender", qsTr("the gender")], ["city_name", qsTr("the city")]]
            .filter(one => !profile.values[one[0]]).map(one => one[1])
        return wants.length > 0 ? qsTr("Provisional. The final code needs %1.").arg(wants.join(", ")) : ""
    }

    RecordForm { id: profile; collection: "talent_profiles"; scope: page.scope; recordId: page.talentId }
    CollectionModel { id: credits; collection: "credits"; scope: page.scope; filter: ({ "talent": page.talentId }) }
    CollectionModel { id: acts; collection: "consents"; scope: page.scope; filter: ({ "subject_id": page.talentId }) }
    TalentSharing { id: sharing; scope: page.scope; talentId: page.talentId; values: profile.values; acts: acts; credits: credits }

    Card {
        width: parent.width
        spacing: Theme.space3
        Row {
            width: parent.width
            spacing: Theme.space4
            Face { id: face; size: 64; name: page.name; personId: page.talentId }
            Column {
                width: parent.width - face.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                spacing: 4
                AppText { width: parent.width; text: page.name; token: Theme.head; Accessible.role: Accessible.Heading }
                CodeMark { width: parent.width; recordId: page.talentId; code: page.record.code || ""; missing: page.codeNeeds }
            }
        }
        ProgressLine { width: parent.width; value: page.complete.percent / 100; text: qsTr("%1 % complete").arg(page.complete.percent) }
    }
    Card {
        width: parent.width
        visible: page.complete.hints.length > 0
        padding: 0
        spacing: 0
        Repeater {
            model: page.complete.hints.slice(0, 3)
            ListRow {
                required property int index
                required property var modelData

                width: parent.width
                iconName: "sparkles"
                title: TalentWords.hint(modelData.wanted)
                meta: Sections.all[modelData.section - 1].name
                chevron: true
                separator: index < Math.min(3, page.complete.hints.length) - 1
                onClicked: page.openSection(modelData.section)
            }
        }
    }
    Card {
        width: parent.width
        padding: 0
        spacing: 0
        ListRow {
            width: parent.width
            iconName: "qr-code"
            title: qsTr("My code")
            meta: qsTr("To be scanned, also without a network")
            chevron: true
            onClicked: Nav.open("talentCode", { scope: page.scope, talentId: page.talentId })
        }
        ListRow {
            width: parent.width
            iconName: "id-card"
            title: qsTr("Comp card as PDF")
            meta: sharing.compCardLine
            chevron: true
            onClicked: sharing.compCard()
        }
        ListRow {
            width: parent.width
            iconName: "user-round"
            title: qsTr("Contact card")
            meta: sharing.contactCardLine
            chevron: true
            onClicked: sharing.contactCard()
        }
        ListRow {
            width: parent.width
            iconName: "shield-check"
            title: qsTr("Consents")
            meta: qsTr("What may be shown, to whom, until when")
            separator: false
            chevron: true
            onClicked: Nav.open("talentConsents", { scope: page.scope, talentId: page.talentId })
        }
    }
    SectionTitle { text: qsTr("Sections") }
    Card {
        width: parent.width
        padding: 0
        spacing: 0
        Repeater {
            model: 9
            SectionRow {
                required property int index
                readonly property var filling: page.complete.sections[index]
                readonly property bool seen: page.visibleSections.indexOf(String(index + 1)) >= 0

                width: parent.width
                number: index + 1
                meta: (filling.done ? qsTr("Complete") : qsTr("%1 of %2").arg(filling.filled).arg(filling.wanted)) + " · " + (seen ? qsTr("casting people see it") : qsTr("only you see it"))
                chevron: true
                separator: index < 8
                onClicked: page.openSection(index + 1)
            }
        }
    }
    AppButton {
        width: parent.width
        visible: profile.exists
        kind: AppButton.Quiet
        iconName: "history"
        text: qsTr("What happened here")
        onClicked: Nav.open("history", { collection: "talent_profiles", scope: page.scope, recordId: page.talentId })
    }
    AppButton {
        width: parent.width
        visible: profile.exists
        kind: AppButton.Quiet
        iconName: "trash-2"
        text: qsTr("Remove this profile")
        onClicked: {
            const scope = page.scope
            const id = page.talentId
            const base = profile.base
            Records.remove("talent_profiles", scope, id, base)
            Undo.offer(qsTr("%1 was removed").arg(page.name), () => Records.restore("talent_profiles", scope, id, base))
            Nav.back()
        }
    }
}
