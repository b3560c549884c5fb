// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One family: who is in it, its shared lists, inviting and leaving.
Page {
    id: page

    property string scope
    readonly property var record: form.values
    readonly property bool manages: myRole === "owner" || myRole === "admin"
    readonly property string myRole: {
        for (let row = 0; row < members.count; ++row)
            if (members.get(row).account_id === Session.account)
                return members.get(row).role
        return "owner"      // founded here, not sent yet
    }

    back: !Nav.twoPanes
    pill: false
    title: record.name || ""

    function roleName(role: string): string {
        return { "owner": qsTr("Owner"), "admin": qsTr("Admin"), "member": qsTr("Member"), "child": qsTr("Child") }[role] || role
    }

    function nameOf(account: string): string {
        for (let row = 0; row < members.count; ++row)
            if (members.get(row).account_id === account)
                return members.get(row).display_name || qsTr("Somebody")
        return account === Session.account ? Session.displayName : qsTr("Somebody")
    }

    RecordForm { id: form; collection: "families"; scope: page.scope; recordId: page.scope }
    CollectionModel { id: members; collection: "members"; scope: page.scope; orderBy: ["joined_at"] }
    CollectionModel { id: lists; collection: "lists"; scope: page.scope; orderBy: ["name"] }
    CollectionModel { id: invitations; collection: "invitations"; scope: page.scope; filter: ({ "status": "pending" }) }

    Recommendations { width: parent.width; scope: page.scope; nameOf: page.nameOf }
    SectionTitle { text: qsTr("Shared lists") }
    Card {
        width: parent.width
        visible: lists.count > 0
        padding: 0
        spacing: 0
        Repeater {
            model: lists
            ListRow {
                required property int index
                required property var model

                width: parent.width
                iconName: "list"
                title: model.name
                syncState: model.mark
                stateText: SyncWords.markWord(model.mark)
                chevron: true
                separator: index < lists.count - 1
                onClicked: Nav.open("familyList", { scope: page.scope, listId: model.recordId })
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: !lists.loading && lists.count === 0
        iconName: "list"
        title: qsTr("No list yet")
        sentence: qsTr("Everybody in the family adds to it, even offline.")
        actionText: qsTr("Start a list")
        onActed: start.open()
    }
    AppButton {
        width: parent.width
        visible: lists.count > 0
        iconName: "plus"
        text: qsTr("Start a list")
        onClicked: start.open()
    }
    SectionTitle { text: qsTr("Members") }
    Card {
        width: parent.width
        padding: 0
        spacing: 0
        Repeater {
            model: members
            MemberRow {
                id: person

                required property int index
                required property var model

                width: parent.width
                personId: model.account_id
                title: model.display_name || (model.account_id === Session.account ? Session.displayName : qsTr("Somebody"))
                meta: page.roleName(model.role)
                separator: index < members.count - 1 || invitations.count > 0
            }
        }
        Repeater {
            model: invitations
            ListRow {
                required property int index
                required property var model

                width: parent.width
                iconName: "mail"
                title: model.email
                meta: qsTr("Invited")
                separator: index < invitations.count - 1
            }
        }
        AppText {
            visible: members.count === 0
            padding: Theme.space4
            width: parent.width
            text: qsTr("Only you so far. The family is on this device and goes out when the network is back.")
            color: Theme.ink2
        }
    }
    Children { width: parent.width; scope: page.scope; manages: page.manages }
    AppButton {
        width: parent.width
        visible: page.manages
        iconName: "user-plus"
        text: qsTr("Invite somebody")
        enabled: Sync.state !== "off" && members.count > 0
        whyDisabled: qsTr("Inviting needs the network.")
        onClicked: invite.open()
    }
    AppButton {
        width: parent.width
        visible: page.myRole !== "owner"
        kind: AppButton.Quiet
        iconName: "log-out"
        text: qsTr("Leave the family")
        onClicked: leave.open()
    }

    NameDialog {
        id: start

        title: qsTr("Start a list")
        label: qsTr("Name of the list")
        confirmText: qsTr("Start")
        maximumLength: 255
        onNamed: name => Nav.open("familyList", { scope: page.scope, listId: Records.create("lists", page.scope, { name: name, created_by: Session.account }) })
    }
    NameDialog {
        id: invite

        title: qsTr("Invite somebody")
        sentence: qsTr("They join with the code that appears next. It is good for 7 days.")
        label: qsTr("E-mail")
        confirmText: qsTr("Invite")
        keepOpen: true
        busy: Families.busy
        onNamed: email => Families.invite(page.scope, email, "member")
    }
    InvitationSheet { id: sheet }
    AppDialog {
        id: leave

        title: qsTr("Leave %1?").arg(page.title)
        sentence: qsTr("Its lists go from this device. What you added stays with the family.")
        confirmText: qsTr("Leave the family")
        destructive: true
        onConfirmed: Families.leave(page.scope)
    }
    Connections {
        target: Families
        function onInvited(token: string) {
            invite.close()
            sheet.show(token)
        }
        function onLeft(scope: string) {
            if (scope === page.scope)
                Nav.back()
        }
        function onRefused(code: string, field: string, message: string) {
            invite.error = code === "unreachable" ? qsTr("No network. Try again when it is back.") : message
        }
    }
}
