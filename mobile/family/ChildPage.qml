// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What one child watches and wants to watch. Titles for older people are not shown.
Page {
    id: page

    property string scope
    property string profileId
    property bool manages: false
    readonly property var child: form.values
    readonly property int cap: child.age_cap === undefined || child.age_cap === null ? -1 : child.age_cap
    property int hidden: 0

    function count() {
        let number = 0
        for (let i = 0; i < rows.count; ++i)
            number += rows.itemAt(i)?.allowed === false ? 1 : 0
        hidden = number
    }

    title: child.name || ""

    RecordForm { id: form; collection: "child_profiles"; scope: page.scope; recordId: page.profileId }
    CollectionModel { id: entries; collection: "watch_entries"; scope: page.scope; filter: ({ "profile_id": page.profileId }); orderBy: ["-updated_at"]; limit: 500 }

    Card {
        width: parent.width
        visible: entries.count > page.hidden
        padding: 0
        spacing: 0
        Repeater {
            id: rows

            model: entries
            onCountChanged: page.count()
            ChildTitleRow {
                width: parent.width
                cap: page.cap
                onAllowedChanged: page.count()
                onClicked: Nav.open("title", { titleId: model.title_id, scope: page.scope, profileId: page.profileId })
            }
        }
    }
    AppText {
        width: parent.width
        visible: page.hidden > 0 && page.manages
        text: qsTr("%n titles are for older people, or nobody knows their age. They are not shown here.", "", page.hidden)
        token: Theme.meta
        color: Theme.ink2
    }
    EmptyState {
        width: parent.width
        visible: !entries.loading && entries.count === page.hidden
        iconName: "clapperboard"
        title: qsTr("Nothing to watch yet")
        sentence: qsTr("Add a first title, even offline.")
        actionText: qsTr("Add a title")
        onActed: Nav.open("addTitle", { scope: page.scope, profileId: page.profileId, ageCap: page.cap })
    }
    AppButton {
        width: parent.width
        visible: page.manages
        kind: AppButton.Quiet
        iconName: "pencil"
        text: qsTr("Change the profile")
        onClicked: sheet.show(page.profileId)
    }
    ChildSheet { id: sheet; scope: page.scope }
    dock: Item {
        width: parent.width
        height: entries.count > page.hidden ? 76 : 0
        visible: height > 0
        AppButton {
            anchors { fill: parent; margins: Theme.space3; leftMargin: Theme.marginCard; rightMargin: Theme.marginCard }
            kind: AppButton.Primary
            iconName: "plus"
            text: qsTr("Add a title")
            onClicked: Nav.open("addTitle", { scope: page.scope, profileId: page.profileId, ageCap: page.cap })
        }
    }
}
