// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A title in a grid: poster, name, year; a mark top right when it is not verified, the rating bottom left.
T.AbstractButton {
    id: tile

    property string titleId
    property string title: text
    property string meta                        // the year
    property string syncState                   // wait, held, fork; a verified title shows nothing
    property string stateText
    property int rating: 0                      // tenths, 0 none
    property bool selected: false

    implicitWidth: 108
    implicitHeight: poster.height + 8 + words.height
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: Words.sentence([title, meta, rating > 0 ? stars.words : "", stateText])
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    Rating {
        id: stars

        visible: false
        readOnly: true
        value: tile.rating
    }
    contentItem: Item {
        Poster {
            id: poster

            width: parent.width
            height: Math.round(width * 1.5)
            titleId: tile.titleId
            title: tile.title
            opacity: tile.down ? 0.85 : 1

            Rectangle {
                visible: tile.selected
                anchors { fill: parent; margins: -2 }
                radius: Theme.radiusPoster + 2
                color: "transparent"
                border { width: 2; color: Theme.ink }
            }
            StateMark {
                anchors { right: parent.right; top: parent.top; margins: 6 }
                disc: true
                syncState: tile.syncState === "ok" ? "" : tile.syncState
                text: tile.stateText
                Accessible.ignored: true
            }
            FocusRing { shown: tile.visualFocus; corner: Theme.radiusPoster }
        }
        Column {
            id: words

            anchors { top: poster.bottom; topMargin: 8 }
            width: parent.width
            AppText {
                width: parent.width
                text: tile.title
                token: Theme.label
                strong: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            // The rating stands under the poster, whose foot is the title's own ground.
            Row {
                spacing: 4
                AppIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: tile.rating > 0
                    iconName: "star-filled"
                    color: Theme.star
                    size: 13
                }
                AppText {
                    visible: tile.rating > 0
                    text: Number(tile.rating / 20).toLocaleString(Qt.locale(), "f", tile.rating % 20 === 0 ? 0 : 1)
                    token: Theme.small
                    strong: true
                    rightPadding: 6
                    Accessible.ignored: true
                }
                AppText {
                    text: tile.meta
                    token: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
