// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Changes the server did not accept: what, why, and four ways on. Nothing leaves this list by itself.
Page {
    id: page

    property string recordId

    title: qsTr("Needs attention")
    pill: false

    AttentionModel { id: items }

    EmptyState {
        width: parent.width
        visible: items.count === 0
        iconName: "circle-check"
        title: qsTr("Nothing to fix")
        sentence: qsTr("When the server can't accept a change, it waits here with the reason.")
    }
    Repeater {
        model: items
        Card {
            id: card

            required property var model

            width: page.bodyWidth
            AppText { width: parent.width; text: card.model.title; token: Theme.head; Accessible.role: Accessible.Heading }
            Field {
                id: corrected

                width: parent.width
                label: FieldWords.name(card.model.field)
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
                    visible: corrected.visible
                    enabled: corrected.text !== card.model.value
                    text: qsTr("Correct")
                    onClicked: items.correct(card.model.localId, card.model.field, corrected.text)
                }
                AppButton { iconName: "refresh-cw"; text: qsTr("Try again"); onClicked: items.retry(card.model.localId) }
                AppButton { iconName: "copy"; text: qsTr("Export"); onClicked: exported.show(items.exportText(card.model.localId)) }
                AppButton { kind: AppButton.Quiet; iconName: "trash-2"; text: qsTr("Discard"); onClicked: discard.ask(card.model.localId, card.model.title) }
            }
        }
    }

    Sheet {
        id: exported

        function show(text: string) {
            words.text = text
            open()
        }

        title: qsTr("Export")
        LongField { id: words; width: parent.width; label: qsTr("The change, to copy"); readOnly: true }
    }
    AppDialog {
        id: discard

        property var localId

        function ask(id: var, what: string) {
            localId = id
            title = qsTr("Discard the change to %1?").arg(what)
            open()
        }

        sentence: qsTr("What you wrote is forgotten, and the server's version is shown.")
        confirmText: qsTr("Discard this change")
        destructive: true
        onConfirmed: items.discard(localId)
    }
}
