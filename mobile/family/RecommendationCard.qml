// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Mobile
import Foyer.Ui

// One recommendation: the title, who says so and why, and two answers.
Card {
    id: card

    required property var model
    property string from
    signal answered(string status)

    padding: 0
    spacing: 0

    PosterRow {
        width: parent.width
        title: card.model.title
        meta: [card.model.year, qsTr("recommended by %1").arg(card.from)].filter(part => part).join(" · ")
        titleId: card.model.title_id || ""
        syncState: card.model.mark || ""
        stateText: SyncWords.markWord(syncState)
        separator: false
        onClicked: Nav.open("title", { titleId: card.model.title_id })
        AppText {
            width: parent.width
            visible: text !== ""
            text: card.model.message || ""
            Accessible.ignored: true
        }
    }
    Flow {
        width: parent.width
        leftPadding: Theme.space4
        rightPadding: Theme.space4
        bottomPadding: Theme.space4
        spacing: Theme.space2
        AppButton { iconName: "plus"; text: qsTr("To my watchlist"); onClicked: card.answered("accepted") }
        AppButton { kind: AppButton.Quiet; text: qsTr("No, thank you"); onClicked: card.answered("rejected") }
    }
}
