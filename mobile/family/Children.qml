// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The family's children: each has a watchlist of its own, within its age.
Column {
    id: children

    required property string scope
    property bool manages: false

    visible: profiles.count > 0 || manages
    spacing: Theme.space3

    CollectionModel { id: profiles; collection: "child_profiles"; scope: children.scope; orderBy: ["name"] }

    SectionTitle { text: qsTr("Children") }
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

                width: parent.width
                personId: model.recordId
                title: model.name
                meta: model.age_cap > 0 || model.age_cap === 0 ? qsTr("up to the age of %1").arg(model.age_cap) : qsTr("no limit of age yet")
                syncState: model.mark
                stateText: SyncWords.markWord(model.mark)
                chevron: true
                separator: index < profiles.count - 1
                onClicked: Nav.open("child", { scope: children.scope, profileId: model.recordId, manages: children.manages })
            }
        }
    }
    AppButton {
        width: parent.width
        visible: children.manages
        iconName: "user-plus"
        text: qsTr("Add a child")
        onClicked: sheet.show("")
    }
    ChildSheet { id: sheet; scope: children.scope }
}
