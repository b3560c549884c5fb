// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What matters now: what needs fixing, what is being watched, what the families share.
Page {
    id: page

    readonly property int hour: new Date().getHours()
    readonly property string firstName: Session.displayName.split(" ")[0]

    over: Language.current === "" ? "" : Language.date(new Date())
    title: firstName === "" ? (hour < 5 || hour >= 18 ? qsTr("Good evening") : hour < 12 ? qsTr("Good morning") : qsTr("Good afternoon"))
         : hour < 5 || hour >= 18 ? qsTr("Good evening, %1").arg(firstName)
         : hour < 12 ? qsTr("Good morning, %1").arg(firstName) : qsTr("Good afternoon, %1").arg(firstName)

    CollectionModel { id: watching; collection: "watch_entries"; filter: ({ "status": "watching" }); orderBy: ["-updated_at"]; limit: 6 }
    CollectionModel { id: wanted; collection: "watch_entries"; filter: ({ "status": "not_watched" }); orderBy: ["-updated_at"]; limit: 6 }
    CollectionModel { id: seen; collection: "watch_entries"; filter: ({ "status": "completed" }); orderBy: ["-updated_at"]; limit: 4 }
    CollectionModel { id: families; collection: "families"; orderBy: ["name"] }

    Banner {
        width: parent.width
        visible: Sync.held > 0
        tone: "held"
        title: qsTr("%n changes to fix", "", Sync.held)
        sentence: qsTr("Nothing is lost. See why, and what to do.")
        opens: true
        onClicked: Nav.open("attention")
    }
    Banner {
        width: parent.width
        visible: Sync.held === 0 && Sync.conflicts > 0
        tone: "fork"
        title: qsTr("Two versions")
        sentence: qsTr("%n times somebody wrote at the same time as you. Both versions are here.", "", Sync.conflicts)
        opens: true
        onClicked: Nav.open("conflict")
    }
    SectionTitle { visible: watching.count > 0; text: qsTr("In progress") }
    Card {
        width: parent.width
        visible: watching.count > 0
        padding: 0
        spacing: 0
        Repeater {
            model: watching
            TitleRow { id: inProgress; separator: inProgress.index < watching.count - 1 }
        }
    }
    SectionTitle { visible: wanted.count > 0; text: qsTr("To watch") }
    Card {
        width: parent.width
        visible: wanted.count > 0
        padding: 0
        spacing: 0
        Repeater {
            model: wanted
            TitleRow { id: next; separator: next.index < wanted.count - 1 }
        }
    }
    EmptyState {
        width: parent.width
        visible: !watching.loading && !wanted.loading && watching.count + wanted.count === 0
        iconName: "clapperboard"
        title: qsTr("Nothing to watch yet")
        sentence: qsTr("Add a first title, even offline.")
        actionText: qsTr("Add a title")
        onActed: Nav.open("addTitle")
    }
    asideFilled: families.count + seen.count > 0
    aside: [
        SectionTitle { visible: families.count > 0; text: qsTr("With the family") },
        Card {
            width: parent.width
            visible: families.count > 0
            padding: 0
            spacing: 0
            Repeater {
                model: families
                ListRow {
                    required property int index
                    required property var model

                    width: parent.width
                    iconName: "users"
                    accentedIcon: true
                    title: model.name
                    syncState: model.mark
                    stateText: SyncWords.markWord(model.mark)
                    chevron: true
                    separator: index < families.count - 1
                    onClicked: Nav.open("family", { scope: model.scope })
                }
            }
        },
        SectionTitle { visible: seen.count > 0; text: qsTr("Watched lately") },
        Card {
            width: parent.width
            visible: seen.count > 0
            padding: 0
            spacing: 0
            Repeater {
                model: seen
                TitleRow { id: watched; separator: watched.index < seen.count - 1 }
            }
        }
    ]
}
