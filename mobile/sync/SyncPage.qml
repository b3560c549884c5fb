// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The state of sync, now and per space: what waits, why, what happens next.
Page {
    id: page

    readonly property var tone: Theme.tone(SyncWords.tone)

    title: qsTr("Sync")
    pill: false

    Card {
        width: parent.width
        Row {
            width: parent.width
            spacing: Theme.space4
            Rectangle {
                id: disc

                anchors.verticalCenter: parent.verticalCenter
                width: 72
                height: 72
                radius: 36
                color: page.tone.tint
                AppIcon { anchors.centerIn: parent; iconName: page.tone.icon; size: 36; color: page.tone.color }
            }
            Column {
                width: parent.width - disc.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                AppText { width: parent.width; text: SyncWords.title; token: Theme.title; Accessible.role: Accessible.Heading }
                AppText { width: parent.width; text: SyncWords.sentence; color: Theme.ink2 }
                AppText { width: parent.width; topPadding: 4; text: SyncWords.next; token: Theme.meta; color: Theme.ink2 }
            }
        }
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        FactRow { label: qsTr("Last check"); value: SyncWords.clock(Sync.verifiedAt) }
        FactRow { visible: SyncWords.cause !== "" && Sync.state !== "ok" && Sync.state !== "wait"; label: qsTr("Last problem"); value: SyncWords.cause }
        FactRow { visible: Sync.nextTryAt !== null; label: qsTr("Next try"); value: SyncWords.nextTry }
        AppButton {
            width: parent.width
            iconName: "refresh-cw"
            text: qsTr("Try now")
            enabled: !Sync.paused
            onClicked: Sync.tryNow()
        }
    }
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
        visible: Sync.conflicts > 0
        tone: "fork"
        title: qsTr("Two versions")
        sentence: qsTr("%n to look at", "", Sync.conflicts)
        opens: true
        onClicked: Nav.open("conflict")
    }
    Card {
        width: parent.width
        Row {
            width: parent.width
            AppText { width: parent.width - offline.width; text: qsTr("Work offline"); anchors.verticalCenter: offline.verticalCenter }
            AppSwitch {
                id: offline

                checked: Sync.paused
                Accessible.name: qsTr("Work offline")
                onToggled: Sync.paused = checked
            }
        }
    }
    aside: [
        SectionTitle { text: qsTr("Your spaces") },
        Card {
            width: parent.width
            padding: 0
            spacing: 0
            Repeater {
                id: spaces

                model: Sync.scopes
                ListRow {
                    required property int index
                    required property var model

                    width: parent.width
                    iconName: SpaceWords.icon(model.kind)
                    title: SpaceWords.name(model)
                    meta: SpaceWords.line(model)
                    syncState: model.state
                    stateText: model.state === "ok" ? qsTr("Verified") : model.waiting > 0 ? String(model.waiting) : ""
                    spoken: Words.sentence([title, meta, SpaceWords.word(model)])
                    chevron: true
                    onClicked: space.show(model.scope)
                    separator: index < spaces.count - 1
                }
            }
        },
        AppText {
            width: parent.width
            token: Theme.small
            color: Theme.ink2
            text: Sync.keyStore === "file" ? qsTr("This device has no keychain: the sign-in is kept in a file that only you can read.") : qsTr("The sign-in is kept in this device's keychain.")
        }
    ]

    SpaceSheet { id: space }
}
