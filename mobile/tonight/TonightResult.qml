// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Who wins and why, what the evening allows, who has voted, and how votes pass to a tablet without a network.
Item {
    id: result

    property TonightRound round: null
    property CollectionModel members: null
    property CollectionModel children: null
    property var nameOf: account => account
    readonly property var winner: round ? round.winner : ({})
    readonly property bool decided: !!winner.titleId
    readonly property var voters: round ? round.voters : []
    readonly property int mostMinutes: round ? round.mostMinutes : 0
    signal votesNow(string voter)

    // Why this one: what people said, and that it fits.
    readonly property string why: {
        if (!decided)
            return qsTr("Nobody wants any of them yet.")
        const parts = []
        if (winner.yes > 0)
            parts.push(qsTr("%n yes", "", winner.yes))
        if (winner.maybe > 0)
            parts.push(qsTr("%n why not", "", winner.maybe))
        parts.push(winner.no > 0 ? qsTr("%n against", "", winner.no) : qsTr("nobody against"))
        if (mostMinutes > 0 && winner.minutes > 0)
            parts.push(qsTr("under %1").arg(Language.length(mostMinutes)))
        return parts.join(", ")
    }

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        C.ScrollBar.vertical: C.ScrollBar { policy: C.ScrollBar.AsNeeded }
        Column {
            id: column

            x: Theme.marginCard
            width: parent.width - 2 * Theme.marginCard
            topPadding: Theme.space3
            bottomPadding: Theme.space6
            spacing: Theme.space5
            Poster {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: result.decided
                width: Math.min(200, parent.width / 2)
                titleId: result.winner.titleId || ""
                title: result.winner.title || ""
            }
            Column {
                width: parent.width
                spacing: Theme.space1
                AppText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: result.decided ? result.winner.title : qsTr("No film yet")
                    token: Theme.title
                    Accessible.role: Accessible.Heading
                }
                AppText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: result.why
                    color: Theme.ink2
                }
            }
            SectionTitle { text: qsTr("The evening allows") }
            Flow {
                width: parent.width
                spacing: Theme.space2
                Repeater {
                    model: [90, 120, 150]
                    Chip {
                        required property int modelData

                        text: qsTr("Under %1").arg(Language.length(modelData))
                        checkable: false
                        checked: result.mostMinutes === modelData
                        onClicked: result.round.mostMinutes = checked ? 0 : modelData
                    }
                }
                Repeater {
                    model: result.children
                    Chip {
                        required property var model

                        visible: model.age_cap > 0
                        text: qsTr("%1 is with us (up to %2)").arg(model.name).arg(model.age_cap || 0)
                        checkable: false
                        checked: result.round !== null && result.round.age === model.age_cap
                        onClicked: result.round.age = checked ? 0 : model.age_cap
                    }
                }
            }
            SectionTitle { text: qsTr("All titles") }
            Card {
                width: parent.width
                padding: 0
                spacing: 0
                Repeater {
                    model: result.round ? result.round.standings : []
                    PosterRow {
                        required property int index
                        required property var modelData

                        width: parent.width
                        titleId: modelData.titleId
                        title: modelData.title
                        meta: modelData.out === "tooLong" ? qsTr("Too long for tonight") : modelData.out === "tooOld" ? qsTr("Not for everybody in the room")
                            : qsTr("%1 yes, %2 why not, %3 against").arg(modelData.yes).arg(modelData.maybe).arg(modelData.no)
                        separator: index < (result.round ? result.round.standings.length : 0) - 1
                        onClicked: Nav.open("title", { titleId: modelData.titleId })
                    }
                }
            }
            SectionTitle { text: qsTr("Who votes on this tablet") }
            Flow {
                width: parent.width
                spacing: Theme.space2
                Repeater {
                    model: result.members
                    Chip {
                        required property var model

                        text: result.nameOf(model.account_id)
                        checkable: false
                        checked: result.voters.indexOf(model.account_id) >= 0
                        Accessible.name: checked ? qsTr("%1, has voted").arg(text) : qsTr("%1, has not voted").arg(text)
                        onClicked: result.votesNow(model.account_id)
                    }
                }
                Repeater {
                    model: result.children
                    Chip {
                        required property var model

                        text: model.name
                        checkable: false
                        checked: result.voters.indexOf(model.recordId) >= 0
                        Accessible.name: checked ? qsTr("%1, has voted").arg(text) : qsTr("%1, has not voted").arg(text)
                        onClicked: result.votesNow(model.recordId)
                    }
                }
            }
            TonightShare { width: parent.width; round: result.round }
        }
    }
}
