// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Mobile
import Foyer.Ui

// One title and three answers.
Item {
    id: question

    property var film: null             // {titleId, title, year, minutes, genres, addedBy}
    property string proposedBy
    property int count: 0
    property int done: 0
    signal answered(string mark)

    readonly property var facts: film || ({})

    Flickable {
        id: flick

        anchors { top: parent.top; left: parent.left; right: parent.right; bottom: answers.top }
        contentHeight: words.implicitHeight
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: words

            width: flick.width
            topPadding: Theme.space3
            bottomPadding: Theme.space4
            spacing: Theme.space4
            BulbRow {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: question.count > 0 && question.count <= 14
                count: question.count
                lit: question.done
                size: 14
                Accessible.ignored: true
            }
            Poster {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.max(120, Math.min(260, Math.round((flick.height - 190 * Theme.textScale) / 1.5), parent.width - 2 * Theme.marginText))
                titleId: question.facts.titleId || ""
                title: question.facts.title || ""
            }
            AppText {
                width: parent.width - 2 * Theme.marginText
                x: Theme.marginText
                horizontalAlignment: Text.AlignHCenter
                text: question.facts.title || ""
                token: Theme.title
                Accessible.role: Accessible.Heading
            }
            AppText {
                width: parent.width - 2 * Theme.marginText
                x: Theme.marginText
                horizontalAlignment: Text.AlignHCenter
                color: Theme.ink2
                text: [question.facts.year || "", question.facts.minutes ? Language.length(question.facts.minutes) : "",
                       (question.facts.genres || []).slice(0, 2).map(code => Genres.name(code)).join(", ")].filter(part => part).join(" · ")
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.space2
                Face { id: face; size: 28; name: question.proposedBy; personId: question.facts.addedBy || "" }
                AppText { anchors.verticalCenter: face.verticalCenter; text: qsTr("proposed by %1").arg(question.proposedBy) }
            }
        }
    }
    Column {
        id: answers

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.marginText; rightMargin: Theme.marginText }
        bottomPadding: Theme.space4
        spacing: Theme.space3
        Row {
            id: buttons

            readonly property int each: (width - 2 * spacing) / 3

            width: parent.width
            spacing: Theme.space3
            TonightAnswer { width: buttons.each; iconName: "x"; text: qsTr("Not tonight"); onClicked: question.answered("no") }
            TonightAnswer { width: buttons.each; iconName: "minus"; text: qsTr("Why not"); onClicked: question.answered("maybe") }
            TonightAnswer { width: buttons.each; iconName: "heart"; text: qsTr("Yes"); primary: true; onClicked: question.answered("yes") }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space2
            AppIcon { id: icon; anchors.verticalCenter: parent.verticalCenter; iconName: SyncWords.tone === "ok" ? "circle-check" : "cloud-off"; size: 18; color: Theme.ink2 }
            AppText {
                width: Math.min(implicitWidth, answers.width - 2 * Theme.marginText - icon.width - parent.spacing)
                text: qsTr("Kept here, and told to the tablets in the room")
                token: Theme.meta
                color: Theme.ink2
            }
        }
    }
}
