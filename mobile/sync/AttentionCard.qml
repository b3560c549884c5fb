// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Mobile
import Foyer.Ui

// One change that the server did not accept, with what can be done about it.
Card {
    id: card

    required property var model
    signal corrected(string value)
    signal retried()
    signal exported()
    signal discarded()

    AppText { width: parent.width; text: card.model.title; token: Theme.head; Accessible.role: Accessible.Heading }
    Field {
        id: field

        width: parent.width
        label: (TalentWords.label(card.model.field) || FieldWords.name(card.model.field))
        text: card.model.value
        visible: card.model.field !== ""
        status: "held"
        statusText: card.model.reason
    }
    AppText { width: parent.width; visible: card.model.field === ""; text: card.model.reason; color: Theme.held }
    AppText {
        width: parent.width
        visible: card.model.waitingBehind > 0
        text: qsTr("%n changes wait behind it.", "", card.model.waitingBehind)
        token: Theme.meta
        color: Theme.ink2
    }
    Flow {
        width: parent.width
        spacing: Theme.space2
        AppButton {
            visible: field.visible
            enabled: field.text !== card.model.value
            text: qsTr("Correct")
            onClicked: card.corrected(field.text)
        }
        AppButton { iconName: "refresh-cw"; text: qsTr("Try again"); onClicked: card.retried() }
        AppButton { iconName: "copy"; text: qsTr("Export"); onClicked: card.exported() }
        AppButton {
            kind: AppButton.Quiet
            iconName: "history"
            text: qsTr("What happened")
            onClicked: Nav.open("history", { collection: card.model.collection, scope: card.model.scope, recordId: card.model.recordId })
        }
        AppButton { kind: AppButton.Quiet; iconName: "trash-2"; text: qsTr("Discard"); onClicked: card.discarded() }
    }
}
