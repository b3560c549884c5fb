// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The head of a page. A root page has a large title and at the right whatever it holds (SyncPill, IconButtons);
// with `back` it has an arrow and a title in the middle.
Item {
    id: header

    property string title
    property string over                        // small line above a large title: the date
    property bool back: false
    property string closeIcon: "arrow-left"     // "x" for what was opened on top
    property color ink: Theme.ink
    default property alias content: tail.data
    signal backTapped()

    // Large text: what stands at the right gets a line of its own.
    readonly property bool crowded: !back && tail.width > (width - 2 * Theme.marginText) * 0.6

    implicitWidth: 390
    implicitHeight: back ? Math.max(56, middle.implicitHeight + 16) : Math.max(56, large.implicitHeight + 8)

    AppText {
        id: middle

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 2 * Math.max(60, tail.width + Theme.marginText + 8))
        visible: header.back
        text: header.title
        strong: true
        color: header.ink
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 17
        Accessible.role: Accessible.Heading
    }
    IconButton {
        x: 6
        anchors.verticalCenter: parent.verticalCenter
        visible: header.back
        iconName: header.closeIcon
        color: header.ink
        text: header.closeIcon === "x" ? qsTr("Close") : qsTr("Back")
        onClicked: header.backTapped()
    }
    // With a line above, the title has the whole width below it; without one it shares the line with what is right.
    Column {
        id: large

        anchors { left: parent.left; leftMargin: Theme.marginText; right: parent.right; rightMargin: Theme.marginText; verticalCenter: parent.verticalCenter }
        visible: !header.back
        Item {
            width: 1
            height: tail.height
            visible: header.crowded
        }
        AppText {
            width: parent.width - (header.crowded ? 0 : tail.width + 8)
            height: !visible ? 0 : header.crowded ? implicitHeight : Math.max(implicitHeight, tail.height)
            verticalAlignment: Text.AlignVCenter
            visible: text !== ""
            text: header.over
            token: Theme.label
            color: Theme.ink2
        }
        AppText {
            width: parent.width - (header.over || header.crowded ? 0 : tail.width + 8)
            text: header.title
            token: Theme.display
            color: header.ink
            Accessible.role: Accessible.Heading
        }
    }
    Row {
        id: tail

        x: header.crowded ? Theme.marginText : parent.width - width - Theme.marginText
        y: header.crowded || (header.over && !header.back) ? large.y : (parent.height - height) / 2
        spacing: 4
    }
}
