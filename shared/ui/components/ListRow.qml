// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// One row: picture or tile, title, meta, and at the right a value, a mark or a chevron. Reads as one sentence.
// `leading` takes any item (Poster, Face); children of the row stack under the meta line.
T.AbstractButton {
    id: row

    property string title: text
    property string meta
    property string value                       // right, ink2
    property string iconName                    // makes a tile
    property bool accentedIcon: false
    property string syncState                   // mark: ok, wait, held, fork …
    property string stateText                   // its word, or its number
    property bool chevron: false
    property bool selected: false
    property bool separator: true
    property Component leading: null
    property int leadingWidth: leading ? loader.width : iconName ? 40 : 0
    property string spoken: Words.sentence([title, meta, value, stateText])
    default property alias content: below.data

    implicitWidth: 360
    // A wide value or mark (large text) goes under the words instead of squeezing them, and so does a mark's word that
    // would make them wrap.
    readonly property real arrowWidth: chevron ? arrow.width + 10 : 0
    readonly property real room: availableWidth - (leadingWidth > 0 ? leadingWidth + 16 : 0) - tail.width - 12
    readonly property bool squeezing: stateText !== "" && !chevron && tail.width > room * 0.4 && Math.max(name.implicitWidth, about.implicitWidth) > room
    readonly property bool crowded: squeezing || tail.width + arrowWidth > (availableWidth - leadingWidth) * 0.48

    implicitHeight: Math.max(60, Theme.target, words.implicitHeight + (crowded ? tail.height + 6 : 0) + 22, loader.height + 22)
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.selected: selected
    Accessible.selectable: true
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    background: Rectangle {
        radius: row.visualFocus ? 8 : 0
        color: row.selected ? Theme.accentTint : row.down ? Theme.sunken : "transparent"
        Rectangle {
            visible: row.selected
            width: 4
            height: parent.height
            color: Theme.accentText
        }
        Rectangle {
            visible: row.separator
            x: row.leftPadding + (row.leadingWidth > 0 ? row.leadingWidth + 16 : 0)
            width: parent.width - x
            anchors.bottom: parent.bottom
            height: 1
            color: Theme.line
        }
        FocusRing { shown: row.visualFocus; anchors.margins: 2; corner: 4 }
    }
    contentItem: Item {
        Loader {
            id: loader

            anchors.verticalCenter: parent.verticalCenter
            sourceComponent: row.leading
        }
        IconTile {
            anchors.verticalCenter: parent.verticalCenter
            visible: !row.leading && row.iconName !== ""
            iconName: row.iconName
            accented: row.accentedIcon
        }
        Column {
            id: words

            anchors {
                left: parent.left; leftMargin: row.leadingWidth > 0 ? row.leadingWidth + 16 : 0
                right: parent.right; rightMargin: row.arrowWidth + (row.crowded || tail.width === 0 ? 0 : tail.width + 12)
                verticalCenter: parent.verticalCenter; verticalCenterOffset: row.crowded ? -(tail.height + 6) / 2 : 0
            }
            spacing: 1
            AppText {
                id: name

                width: parent.width
                text: row.title
                strong: true
                color: row.enabled ? Theme.ink : Theme.ink3
                Accessible.ignored: true
            }
            AppText {
                id: about

                width: parent.width
                visible: text !== ""
                text: row.meta
                token: Theme.meta
                color: Theme.ink2
                Accessible.ignored: true
            }
            Column {
                id: below

                width: parent.width
                topPadding: children.length > 0 ? 4 : 0
            }
        }
        Row {
            id: tail

            x: row.crowded ? words.x : parent.width - width - row.arrowWidth
            y: row.crowded ? words.y + words.height + 6 : (parent.height - height) / 2
            spacing: 10
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: row.value
                token: Theme.label
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            StateMark {
                anchors.verticalCenter: parent.verticalCenter
                syncState: row.syncState
                text: row.stateText
                iconLast: true
                Accessible.ignored: true
            }
        }
        AppIcon {
            id: arrow

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: row.chevron
            iconName: "chevron-right"
            color: Theme.ink2
            size: 22
        }
    }
}
