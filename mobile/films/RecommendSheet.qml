// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Ui

// Recommends a title to one member of a family or to several, with a message.
Sheet {
    id: sheet

    property var entry: ({})            // {title_id, title, year, kind}
    readonly property var first: families.count > 0 ? families.get(0) : ({})
    property string scope: first.scope || ""
    property var chosen: []             // accounts

    function toggle(account: string) {
        chosen = chosen.indexOf(account) >= 0 ? chosen.filter(one => one !== account) : chosen.concat([account])
    }
    function recommend() {
        const made = []
        const where = scope
        for (const account of chosen) {
            const values = Object.assign({ recommended_by: Session.account, recommended_to: account, status: "pending" }, entry)
            if (message.text.trim() !== "")
                values.message = message.text.trim()
            made.push(Records.create("recommendations", where, values))
        }
        close()
        Undo.offer(qsTr("%1 is recommended").arg(entry.title), () => made.forEach(id => Records.remove("recommendations", where, id, 0)))
    }

    title: qsTr("Recommend %1").arg(entry.title || "")
    onOpened: {
        chosen = []
        message.text = ""
    }

    CollectionModel { id: families; collection: "families"; orderBy: ["name"] }
    CollectionModel { id: members; collection: "members"; scope: sheet.scope; orderBy: ["joined_at"] }

    Flow {
        width: parent.width
        visible: families.count > 1
        spacing: Theme.space2
        Repeater {
            model: families
            Chip {
                required property var model

                text: model.name
                checkable: false
                checked: sheet.scope === model.scope
                onClicked: {
                    sheet.chosen = []
                    sheet.scope = model.scope
                }
            }
        }
    }
    AppText { width: parent.width; text: qsTr("To whom"); token: Theme.label; strong: true }
    Flow {
        width: parent.width
        visible: members.count > 1
        spacing: Theme.space2
        Repeater {
            model: members
            Chip {
                required property var model

                visible: model.account_id !== Session.account
                text: model.display_name || qsTr("Somebody")
                checkable: false
                checked: sheet.chosen.indexOf(model.account_id) >= 0
                onClicked: sheet.toggle(model.account_id)
            }
        }
    }
    AppText {
        width: parent.width
        visible: members.count <= 1
        text: qsTr("Nobody else is in the family yet.")
        color: Theme.ink2
    }
    LongField {
        id: message

        width: parent.width
        label: qsTr("Message")
        placeholder: qsTr("Why they would like it")
    }
    AppButton {
        width: parent.width
        kind: AppButton.Primary
        iconName: "send"
        text: qsTr("Recommend")
        enabled: sheet.chosen.length > 0
        whyDisabled: qsTr("Choose somebody first.")
        onClicked: sheet.recommend()
    }
}
