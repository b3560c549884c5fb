// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The talent profiles of this account: one's own, and those kept for children.
Page {
    id: page

    back: true
    title: qsTr("Talent profiles")

    CollectionModel { id: profiles; collection: "talent_profiles"; orderBy: ["created_at"] }
    CollectionModel { id: credits; collection: "credits" }

    function creditsOf(talentId: string): int {
        let count = 0
        for (let row = 0; row < credits.count; ++row)
            count += credits.get(row).talent === talentId ? 1 : 0
        return count
    }

    Card {
        width: parent.width
        visible: profiles.count > 0
        padding: 0
        spacing: 0
        Repeater {
            model: profiles
            MemberRow {
                required property int index
                required property var model
                readonly property int percent: Talent.completeness(profiles.get(index), page.creditsOf(model.recordId)).percent

                width: parent.width
                title: TalentWords.name(model)
                meta: [model.code || Talent.provisionalCode(model.recordId), qsTr("%1 % complete").arg(percent), Talent.minor(model.birth_date) ? qsTr("a minor") : ""].filter(part => part).join(" · ")
                personId: model.recordId
                syncState: model.mark
                stateText: SyncWords.markWord(model.mark)
                chevron: true
                separator: index < profiles.count - 1
                onClicked: Nav.detail("talent", { scope: model.scope, talentId: model.recordId })
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: !profiles.loading && profiles.count === 0
        iconName: "drama"
        title: qsTr("No profile yet")
        sentence: qsTr("Casting people find you by it. It is kept as you type and works without a network.")
        actionText: qsTr("Make my profile")
        onActed: start.begin(false)
    }
    AppButton {
        width: parent.width
        visible: profiles.count > 0
        iconName: "plus"
        text: qsTr("Another profile of mine")
        onClicked: start.begin(false)
    }
    AppButton {
        width: parent.width
        iconName: "user-plus"
        text: qsTr("A profile for a child")
        onClicked: start.begin(true)
    }

    NewTalentSheet { id: start; onMade: id => Nav.detail("talent", { scope: Session.personScope, talentId: id }) }
}
