// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// All families of the person: found one (offline too), or join one with an invitation.
Page {
    id: page

    title: qsTr("Family")

    // Where there is room for two, the first family stands beside the list at once.
    readonly property var first: families.count > 0 ? families.get(0) : null
    onFirstChanged: {
        if (Nav.twoPanes && !Nav.detailShown && first !== null && first.scope)
            Nav.detail("family", { scope: first.scope })
    }

    CollectionModel { id: families; collection: "families"; orderBy: ["name"] }

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
                selected: Nav.twoPanes && Nav.shownScope === model.scope
                separator: index < families.count - 1
                onClicked: Nav.detail("family", { scope: model.scope })
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: !families.loading && families.count === 0
        iconName: "users"
        title: qsTr("No family yet")
        sentence: qsTr("Found one now, even offline, or join with an invitation.")
        actionText: qsTr("Found a family")
        onActed: found.open()
    }
    AppButton {
        width: parent.width
        visible: families.count > 0
        iconName: "plus"
        text: qsTr("Found a family")
        onClicked: found.open()
    }
    AppButton {
        width: parent.width
        iconName: "ticket"
        text: qsTr("I have an invitation")
        onClicked: join.open()
    }

    NameDialog {
        id: found

        title: qsTr("Found a family")
        label: qsTr("Name of the family")
        confirmText: qsTr("Found")
        onNamed: name => {
            const scope = Records.newScope("families", { name: name, created_by: Session.account })
            Nav.detail("family", { scope: scope })
        }
    }
    NameDialog {
        id: join

        title: qsTr("Join a family")
        sentence: qsTr("Joining needs the network, once.")
        label: qsTr("Code of the invitation")
        confirmText: qsTr("Join")
        maximumLength: 200
        keepOpen: true
        busy: Families.busy
        onNamed: code => Families.accept(code)
    }
    Connections {
        target: Families
        function onJoined(scope: string) {
            join.close()
            Nav.detail("family", { scope: scope })
        }
        function onRefused(code: string, field: string, message: string) {
            join.error = code === "unreachable" ? qsTr("No network. Try again when it is back.") : message
        }
    }
}
