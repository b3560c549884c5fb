// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Ui

// What I tell a family about a title: a rating, some words, and whether they spoil it.
Sheet {
    id: sheet

    property string scope
    property string familyName
    property var entry: ({})
    property int myRating: 0
    readonly property var review: form.values
    readonly property var errors: form.errors

    title: qsTr("For %1").arg(familyName)
    onOpened: if (!form.exists && myRating > 0) form.edit("rating", myRating)

    RecordForm {
        id: form

        collection: "reviews"
        scope: sheet.scope
        recordId: sheet.entry.title_id ? Records.idFor("reviews", sheet.scope, { author_id: Session.account, title_id: sheet.entry.title_id }) : ""
        shows: ["rating", "body"]
        defaults: Object.assign({ author_id: Session.account }, sheet.entry)
    }
    RatingEditor {
        width: parent.width
        label: qsTr("My rating")
        value: sheet.review.rating || 0
        error: sheet.errors.rating || ""
        onChanged: value => form.edit("rating", value > 0 ? value : null)
    }
    LongTextEditor {
        width: parent.width
        label: qsTr("My review")
        placeholder: qsTr("Everybody in the family reads it")
        value: sheet.review.body || ""
        error: sheet.errors.body || ""
        onChanged: value => form.set("body", value)
    }
    BooleanEditor {
        width: parent.width
        label: qsTr("Tells how it ends")
        help: qsTr("Hidden from those who have not seen it yet.")
        value: sheet.review.spoiler || false
        onChanged: value => form.edit("spoiler", value)
    }
    AppButton {
        width: parent.width
        visible: form.exists
        kind: AppButton.Quiet
        iconName: "trash-2"
        text: qsTr("Stop sharing it")
        onClicked: {
            const scope = sheet.scope
            const id = form.recordId
            const base = form.base
            sheet.close()
            Records.remove("reviews", scope, id, base)
            Undo.offer(qsTr("Your review was removed"), () => Records.restore("reviews", scope, id, base))
        }
    }
}
