// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Changes the server did not accept: what, why, and the ways on. Nothing leaves this list by itself.
ListPage {
    id: page

    property string recordId

    title: qsTr("Needs attention")
    model: items
    listSpacing: Theme.space4
    empty: items.count === 0

    AttentionModel {
        id: items

        onRefused: (id, field, message) => Undo.offer(message, null)
        onExported: (id, text) => exported.show(text)
    }
    delegate: AttentionCard {
        id: card

        width: page.bodyWidth
        onCorrected: value => items.correct(card.model.localId, card.model.field, value)
        onRetried: items.retry(card.model.localId)
        onExported: items.exportText(card.model.localId)
        onDiscarded: {
            const id = card.model.localId
            const title = card.model.title
            items.discard(id)
            Undo.offer(qsTr("The change to %1 is given up").arg(title), () => items.putBack(id))
        }
    }
    EmptyState {
        width: parent.width
        iconName: "circle-check"
        title: qsTr("Nothing to fix")
        sentence: qsTr("When the server can't accept a change, it waits here with the reason.")
    }
    Sheet {
        id: exported

        function show(text: string) {
            words.text = text
            open()
        }

        title: qsTr("Export")
        LongField { id: words; width: parent.width; label: qsTr("The change and what waits behind it, to copy"); readOnly: true }
    }
}
