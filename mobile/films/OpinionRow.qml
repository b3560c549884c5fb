// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What one member of a family thinks of a title. What would spoil it waits until it was seen, or asked for.
MemberRow {
    id: row

    required property var model         // a row of members
    property string scope
    property string titleId
    property bool seenByMe: false
    property bool revealed: false
    readonly property bool mine: model.account_id === Session.account
    readonly property var review: form.values
    readonly property var marks: form.marks
    readonly property int rating: form.exists ? review.rating || 0 : 0
    readonly property bool hidden: !!review.spoiler && !!review.body && !mine && !seenByMe && !revealed

    personId: model.account_id || ""
    title: model.display_name || (mine && Session.displayName ? Session.displayName : qsTr("Somebody"))
    meta: rating > 0 || review.body ? "" : qsTr("Not rated yet")
    syncState: marks[""] || ""
    stateText: SyncWords.markWord(syncState)
    spoken: Words.sentence([title, meta, stars.visible ? stars.words : "", hidden ? qsTr("Tells how it ends") : review.body || ""])

    RecordForm {
        id: form

        collection: "reviews"
        scope: row.scope
        recordId: row.model.account_id ? Records.idFor("reviews", row.scope, { author_id: row.model.account_id, title_id: row.titleId }) : ""
    }
    Rating { id: stars; readOnly: true; visible: row.rating > 0; value: row.rating }
    AppText {
        width: parent.width
        visible: text !== ""
        text: row.hidden ? "" : row.review.body || ""
        color: Theme.ink2
        Accessible.ignored: true
    }
    AppButton {
        visible: row.hidden
        kind: AppButton.Quiet
        iconName: "eye"
        text: qsTr("Tells how it ends. Show it")
        onClicked: row.revealed = true
    }
}
