// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Mobile
import Foyer.Ui

// A page whose body is a long list: only what is seen is made. `above` scrolls with it; the dock stays.
FocusScope {
    id: page

    property string title
    property bool back: true
    property alias count: list.count
    property string closeIcon: "arrow-left"
    property alias model: list.model
    property alias delegate: list.delegate
    property alias listSpacing: list.spacing
    property alias above: list.header
    property alias below: list.footer
    property alias dock: dock.data
    property bool carded: false         // one surface behind all rows
    property bool empty: false
    default property alias content: overlay.data       // shown when the list is empty
    readonly property int bodyWidth: Math.min(Theme.readingWidth, width - 2 * Theme.marginCard)

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
        back: page.back
        closeIcon: page.closeIcon
        onBackTapped: Nav.back()
    }
    ListView {
        id: list

        anchors { top: header.bottom; topMargin: Theme.space2; bottom: dock.top; horizontalCenter: parent.horizontalCenter }
        width: page.bodyWidth
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: Theme.space6
        cacheBuffer: 600
        Accessible.role: Accessible.List
        Accessible.name: page.title
        C.ScrollBar.vertical: C.ScrollBar { policy: C.ScrollBar.AsNeeded }

        Rectangle {
            parent: list.contentItem
            z: -1
            y: list.headerItem ? list.headerItem.y + list.headerItem.height : 0
            visible: page.carded && list.count > 0
            width: page.bodyWidth
            height: list.contentHeight - (list.headerItem ? list.headerItem.height : 0) - (list.footerItem ? list.footerItem.height : 0)
            radius: Theme.radiusCard
            color: Theme.surface
            border { width: 1; color: Theme.line }
        }
    }
    Column {
        id: overlay

        anchors { top: header.bottom; topMargin: Theme.space2 + (list.headerItem ? list.headerItem.height : 0); horizontalCenter: parent.horizontalCenter }
        width: page.bodyWidth
        visible: page.empty
        spacing: Theme.space5
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
        width: page.bodyWidth + 2 * Theme.marginCard
    }
}
