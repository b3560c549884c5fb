// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Mobile
import Foyer.Ui

// One row of the library: the heading of a day, or a strip of tiles.
Item {
    id: row

    required property int index
    required property var model     // {heading, day, tileCount, first, tiles, place}
    property string scope
    property int columns: 3
    property real gap: 3
    property bool selecting: false
    property int current: -1
    readonly property real side: (width - (columns - 1) * gap) / columns
    signal opened(int photo)
    signal held(int photo)
    signal dayTapped()

    height: model.heading ? Math.max(Theme.target, words.implicitHeight + 12) + 14 : side + gap

    Item {
        anchors { fill: parent; topMargin: 14; leftMargin: Theme.marginText; rightMargin: Theme.marginText }
        visible: row.model.heading === true
        Item {
            id: words

            readonly property bool narrow: title.implicitWidth + facts.implicitWidth + 12 > width

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (whole.visible ? whole.width : 0)
            implicitHeight: title.height + (narrow ? facts.height : 0)
            AppText {
                id: title

                width: words.narrow ? parent.width : implicitWidth
                text: row.model.heading ? PhotoWords.day(row.model.day) : ""
                token: Theme.head
                Accessible.role: Accessible.Heading
            }
            AppText {
                id: facts

                x: words.narrow ? 0 : parent.width - width
                y: words.narrow ? title.height : (title.height - height) / 2
                width: words.narrow ? parent.width : implicitWidth
                text: row.model.heading ? PhotoWords.joined([row.model.place, Language.number(row.model.tileCount, 0)]) : ""
                token: Theme.meta
                color: Theme.ink2
            }
        }
        IconButton {
            id: whole

            anchors { right: parent.right; rightMargin: -12; verticalCenter: parent.verticalCenter }
            visible: row.selecting && row.model.heading === true
            iconName: "check-check"
            text: row.model.heading ? qsTr("Select all of %1").arg(PhotoWords.day(row.model.day)) : ""
            onClicked: row.dayTapped()
        }
    }
    Row {
        spacing: row.gap
        visible: row.model.heading !== true
        Repeater {
            model: row.model.heading ? 0 : row.columns
            PhotoTile {
                required property int index

                width: row.side
                height: row.side
                visible: index < row.model.tileCount
                scope: row.scope
                photo: row.model.tiles ? row.model.tiles[index] || ({}) : ({})
                selecting: row.selecting
                current: row.current === row.model.first + index
                onClicked: row.opened(row.model.first + index)
                onHeld: row.held(row.model.first + index)
            }
        }
    }
}
