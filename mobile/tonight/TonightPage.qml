// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The film of the evening: one title after the other, three answers; then who wins, and why.
FocusScope {
    id: page

    property string scope
    property string listId
    readonly property var films: round.candidates
    readonly property var mine: round.mine
    readonly property int answered: films.filter(film => mine[film.titleId]).length
    property int at: 0
    property bool showsResult: false
    readonly property var film: at < films.length ? films[at] : null

    // The first title that the voter has not answered; all answered: the result.
    function goOn(from: int) {
        for (let i = 0; i < films.length; ++i) {
            const next = (from + i) % films.length
            if (!mine[films[next].titleId]) {
                at = next
                return
            }
        }
        showsResult = true
    }
    function answer(mark: string) {
        if (film === null)
            return
        round.vote(film.titleId, mark)
        goOn(at + 1)
    }
    // Votes from before, or by the same person on another tablet, are not asked for again.
    function skipAnswered() {
        if (!round.loading && !showsResult && film !== null && mine[film.titleId])
            goOn(at)
    }
    function nameOf(account: string): string {
        for (let row = 0; row < members.count; ++row)
            if (members.get(row).account_id === account)
                return members.get(row).display_name || qsTr("Somebody")
        for (let row = 0; row < children.count; ++row)
            if (children.get(row).recordId === account)
                return children.get(row).name
        return account === Session.account ? Session.displayName || qsTr("Somebody") : qsTr("Somebody")
    }

    Accessible.role: Accessible.Pane
    Keys.onEscapePressed: Nav.back()
    Keys.onBackPressed: Nav.back()
    Keys.onPressed: event => {
        const mark = { [Qt.Key_1]: "no", [Qt.Key_2]: "maybe", [Qt.Key_3]: "yes" }[event.key]
        if (mark && !showsResult)
            answer(mark)
        else
            event.accepted = false
    }

    TonightRound {
        id: round

        scope: page.scope
        listId: page.listId
        evening: Viewing.today()
        active: true
        onChanged: later.start()
        onRefused: message => Undo.offer(message, null)
        onTaken: anythingNew => Undo.offer(anythingNew ? qsTr("Their votes are counted") : qsTr("These votes were known already"), null)
    }
    Timer { id: later; interval: 0; onTriggered: page.skipAnswered() }      // when everything that follows is up to date
    CollectionModel { id: members; collection: "members"; scope: page.scope; orderBy: ["joined_at"] }
    CollectionModel { id: children; collection: "child_profiles"; scope: page.scope; orderBy: ["name"] }

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    PageHeader {
        id: header

        width: parent.width
        back: true
        closeIcon: "x"
        title: qsTr("Tonight")
        onBackTapped: Nav.back()
        AppText {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            visible: !page.showsResult && page.films.length > 0
            text: qsTr("%1 of %2").arg(Math.min(page.at + 1, page.films.length)).arg(page.films.length)
            color: Theme.ink2
        }
    }
    EmptyState {
        anchors { top: header.bottom; topMargin: Theme.space5; horizontalCenter: parent.horizontalCenter }
        width: Math.min(Theme.readingWidth, parent.width - 2 * Theme.marginCard)
        visible: !round.loading && page.films.length === 0 && !page.showsResult
        iconName: "clapperboard"
        title: qsTr("Nothing to choose from")
        sentence: round.mostMinutes > 0 || round.age > 0 ? qsTr("Every title of the list is out tonight. Change what the evening allows.") : qsTr("Add titles to the list first, even offline.")
        actionText: round.mostMinutes > 0 || round.age > 0 ? qsTr("Change it") : qsTr("Add a title")
        onActed: {
            if (round.mostMinutes > 0 || round.age > 0)
                page.showsResult = true
            else
                Nav.open("addTitle", { scope: page.scope, listId: page.listId })
        }
    }
    TonightQuestion {
        anchors { top: header.bottom; bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
        width: Math.min(Theme.readingWidth, parent.width)
        visible: !page.showsResult && page.film !== null
        film: page.film
        proposedBy: page.film !== null ? page.nameOf(page.film.addedBy) : ""
        count: page.films.length
        done: page.answered
        onAnswered: mark => page.answer(mark)
    }
    TonightResult {
        anchors { top: header.bottom; bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
        width: Math.min(Theme.readingWidth, parent.width)
        visible: page.showsResult
        round: round
        members: members
        children: children
        nameOf: page.nameOf
        onVotesNow: voter => {
            round.voter = voter
            page.showsResult = false
            page.goOn(0)
        }
    }
}
