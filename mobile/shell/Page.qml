// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Mobile
import Foyer.Ui

// A page: header, a column that scrolls, and a dock below for the main action. Text stays at a readable width.
// Where there is room the `aside` stands beside the column, elsewhere it follows below.
FocusScope {
    id: page

    property string title
    property string over
    property bool back: C.StackView.index > 0
    property string closeIcon: "arrow-left"
    property bool pill: !back                   // root pages show the state of sync
    property int maximumWidth: Theme.readingWidth
    property bool centred: back || !Nav.twoPanes     // under a title in the middle
    property alias headerContent: header.content
    property alias dock: dock.data
    default property alias content: column.data
    property alias aside: second.data
    property bool asideFilled: second.children.length > 0
    property alias spacing: column.spacing
    property alias contentY: flick.contentY
    readonly property bool split: asideFilled && width >= 840
    readonly property int bodyWidth: Math.min(maximumWidth, split ? (width - 2 * Theme.space6 - Theme.space8) / 2 : width - 2 * Theme.marginCard)
    readonly property int blockWidth: split ? 2 * bodyWidth + Theme.space8 : bodyWidth

    Accessible.role: Accessible.Pane
    Keys.onBackPressed: Nav.back()
    Keys.onEscapePressed: event => {
        if (page.back)
            Nav.back()
        else
            event.accepted = false
    }

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    PageHeader {
        id: header

        width: parent.width
        title: page.title
        over: page.over
        back: page.back
        closeIcon: page.closeIcon
        onBackTapped: Nav.back()
        SyncPill {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            visible: page.pill && !Nav.wide
            syncState: SyncWords.tone
            text: SyncWords.pill
            sentence: SyncWords.sentence
            onClicked: Nav.open("sync")
        }
    }
    Flickable {
        id: flick

        anchors { top: header.bottom; left: parent.left; right: parent.right; bottom: dock.top }
        contentWidth: width
        contentHeight: Math.max(column.y + column.implicitHeight, second.visible ? second.y + second.implicitHeight : 0) + Theme.space6
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        C.ScrollBar.vertical: C.ScrollBar { policy: C.ScrollBar.AsNeeded }
        Column {
            id: column

            y: Theme.space2
            x: page.centred ? Math.round((flick.width - page.blockWidth) / 2) : Theme.marginCard
            width: page.bodyWidth
            spacing: Theme.space5
        }
        Column {
            id: second

            x: page.split ? column.x + column.width + Theme.space8 : column.x
            y: page.split || column.implicitHeight === 0 ? column.y : column.y + column.implicitHeight + column.spacing
            visible: page.asideFilled
            width: page.bodyWidth
            spacing: column.spacing
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; top: dock.top; bottom: dock.bottom; topMargin: -1 }
        visible: dock.height > 0
        color: Theme.surface
        Rectangle { width: parent.width; height: 1; color: Theme.line }
    }
    Column {
        id: dock

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        width: Math.min(parent.width, page.bodyWidth + 2 * Theme.marginCard)
    }
}
