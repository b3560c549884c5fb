// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What happened to one record: why it is in its state, then who changed what, newest first.
ListPage {
    id: page

    property alias collection: history.collection
    property alias scope: history.scope
    property alias recordId: history.recordId

    title: qsTr("What happened")
    model: history
    empty: !history.loading && history.count === 0

    RecordHistory { id: history }

    // The header and footer of a view cannot be bound components before Qt 6.5.
    // qmllint disable unqualified
    above: Component {
        Column {
            width: page.bodyWidth
            spacing: Theme.space4
            bottomPadding: Theme.space4
            AppText { width: parent.width; text: history.title; token: Theme.title; visible: text !== ""; Accessible.role: Accessible.Heading }
            Banner {
                width: parent.width
                tone: history.mark === "" ? "ok" : history.mark
                sentence: HistoryWords.why(history)
                opens: history.mark === "held" || history.mark === "fork" || history.cause === "behind"
                onClicked: Nav.open(history.mark === "fork" ? "conflict" : "attention", history.mark === "fork" ? { recordId: page.recordId } : {})
            }
            Banner {
                width: parent.width
                visible: history.errorCode !== "" || !Session.signedIn
                tone: "off"
                sentence: !Session.signedIn ? qsTr("Nobody is signed in: only what this device did is known.")
                        : qsTr("The server tells what happened before, when it can be reached.")
                actionText: Session.signedIn ? qsTr("Try again") : ""
                onActed: history.reload()
            }
        }
    }
    delegate: HistoryRow { width: page.bodyWidth }
    below: Component {
        Item {
            width: page.bodyWidth
            height: history.more ? 76 : 0
            AppButton {
                anchors.centerIn: parent
                visible: history.more
                text: qsTr("Show older")
                loading: history.loading
                loadingText: qsTr("Loading")
                onClicked: history.fetchOlder()
            }
        }
    }
    // qmllint enable unqualified
    EmptyState {
        width: parent.width
        iconName: "clock"
        title: qsTr("Nothing known")
        sentence: qsTr("What happens to it is kept for 90 days.")
    }
}
