// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Mobile
import Foyer.Ui

// One thing that happened: who, when, and each field as it was and is.
Item {
    id: row

    required property var model
    readonly property string what: ({ "created": qsTr("Made"), "edited": qsTr("Changed"), "deleted": qsTr("Deleted"), "restored": qsTr("Brought back") })[model.what] || model.what
    readonly property string who: row.model.mine || row.model.who !== "" ? Signature.name(row.model.who, row.model.mine) : "Foyer"

    implicitHeight: card.implicitHeight + Theme.space3
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.sentence([row.what, row.who, Signature.moment(row.model.at), row.model.state === "" ? "" : SyncWords.markWord(row.model.state)])

    Card {
        id: card

        width: parent.width
        Row {
            width: parent.width
            spacing: Theme.space3
            Face { id: face; name: row.who; size: 40 }
            Column {
                width: parent.width - face.width - mark.width - 2 * parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                AppText { width: parent.width; text: row.model.mine ? qsTr("%1 by you").arg(row.what) : qsTr("%1 by %2", "an action and a person").arg(row.what).arg(row.who); strong: true; Accessible.ignored: true }
                AppText { width: parent.width; text: Signature.moment(row.model.at); token: Theme.small; color: Theme.ink2; Accessible.ignored: true }
            }
            StateMark { id: mark; visible: row.model.state !== ""; width: visible ? implicitWidth : 0; syncState: row.model.state; text: SyncWords.markWord(row.model.state); Accessible.ignored: true }
        }
        AppText { width: parent.width; visible: text !== ""; text: row.model.reason; color: Theme.held }
        Repeater {
            model: row.model.changes
            Column {
                id: change

                required property var modelData

                width: parent ? parent.width : 0
                AppText { width: parent.width; text: (TalentWords.label(change.modelData.field) || FieldWords.name(change.modelData.field)); token: Theme.meta; color: Theme.ink2 }
                AppText { width: parent.width; visible: change.modelData.hidden; text: qsTr("changed; its content is not kept here"); color: Theme.ink2 }
                AppText {
                    width: parent.width
                    visible: !change.modelData.hidden
                    text: (TalentWords.spoken(change.modelData.field, change.modelData.is) || FieldWords.value(change.modelData.field, change.modelData.is)) || qsTr("(empty)")
                    maximumLineCount: 6
                    elide: Text.ElideRight
                }
                AppText {
                    width: parent.width
                    visible: change.modelData.was !== ""
                    text: qsTr("before: %1").arg((TalentWords.spoken(change.modelData.field, change.modelData.was) || FieldWords.value(change.modelData.field, change.modelData.was)))
                    token: Theme.small
                    color: Theme.ink2
                    maximumLineCount: 4
                    elide: Text.ElideRight
                }
            }
        }
    }
}
