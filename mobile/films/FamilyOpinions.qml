// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// What one family thinks of a title: the average, what each member says, and what I share with them.
Column {
    id: opinions

    required property string scope
    required property string familyName
    required property var entry         // {title_id, title, year, kind}
    required property bool seenByMe     // spoilers are shown
    property int myRating: 0
    property int average: 0
    property int rated: 0

    // Counted over the rows that are there; each says when it changes.
    function count() {
        let sum = 0
        let number = 0
        for (let i = 0; i < rows.count; ++i) {
            const rating = rows.itemAt(i)?.rating || 0
            sum += rating
            number += rating > 0 ? 1 : 0
        }
        average = number > 0 ? Math.round(sum / number) : 0
        rated = number
    }

    spacing: Theme.space3

    CollectionModel { id: members; collection: "members"; scope: opinions.scope; orderBy: ["joined_at"] }

    SectionTitle { text: qsTr("Ratings in %1").arg(opinions.familyName) }
    Row {
        visible: opinions.rated > 0
        spacing: Theme.space3
        Accessible.role: Accessible.StaticText
        Accessible.name: mean.text
        Rating { id: stars; readOnly: true; starSize: 20; value: opinions.average; Accessible.ignored: true }
        AppText {
            id: mean

            anchors.verticalCenter: stars.verticalCenter
            text: qsTr("%1 on average, %n ratings", "", opinions.rated).arg(Language.number(opinions.average / 20, 1))
            token: Theme.meta
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    Card {
        width: parent.width
        visible: members.count > 0
        padding: 0
        spacing: 0
        Repeater {
            id: rows

            model: members
            onCountChanged: opinions.count()
            OpinionRow {
                id: row

                required property int index

                width: parent.width
                scope: opinions.scope
                titleId: opinions.entry.title_id
                seenByMe: opinions.seenByMe
                separator: index < members.count - 1
                onRatingChanged: opinions.count()
                Component.onDestruction: opinions.count()
                onClicked: if (mine) sheet.open()
            }
        }
    }
    AppButton {
        width: parent.width
        iconName: "users"
        text: qsTr("Share what I think of it")
        onClicked: sheet.open()
    }
    ReviewSheet {
        id: sheet

        scope: opinions.scope
        entry: opinions.entry
        familyName: opinions.familyName
        myRating: opinions.myRating
    }
}
