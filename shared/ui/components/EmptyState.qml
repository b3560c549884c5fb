// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// What belongs here and the one thing to do about it, true offline too. Wide it is a row, narrow a column.
Card {
    id: empty

    property string iconName
    property string title
    property string sentence
    property string actionText
    property string actionIcon
    signal acted()

    readonly property bool wide: width >= 520

    padding: Theme.space4
    Accessible.role: Accessible.Grouping
    Accessible.name: title + ". " + sentence

    Item {
        width: parent.width
        height: empty.wide ? Math.max(56, words.height) : words.height + (button.visible ? button.height + 16 : 0)

        IconTile {
            id: disc

            y: empty.wide ? (parent.height - height) / 2 : 0
            width: 56
            height: 56
            radius: 28
            accented: true
            iconName: empty.iconName
        }
        Column {
            id: words

            anchors { left: disc.right; leftMargin: 16; right: empty.wide && button.visible ? button.left : parent.right; rightMargin: empty.wide ? 16 : 0 }
            y: empty.wide ? (parent.height - height) / 2 : 0
            spacing: 2
            AppText { width: parent.width; text: empty.title; strong: true }
            AppText { width: parent.width; visible: text !== ""; text: empty.sentence; token: Theme.label; color: Theme.ink2 }
        }
        AppButton {
            id: button

            anchors { right: parent.right; bottom: parent.bottom; bottomMargin: empty.wide ? (parent.height - height) / 2 : 0 }
            width: empty.wide ? implicitWidth : parent.width
            visible: empty.actionText !== ""
            text: empty.actionText
            iconName: empty.actionIcon
            onClicked: empty.acted()
        }
    }
}
