// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The photographs of a grid model by day: taps, holding, keys, and the month beside a moving list. One tab stop:
// arrows move, Enter opens, Space selects, Ctrl+A selects all.
ListView {
    id: list

    property PhotoGrid grid
    property bool selecting: false
    property int current: -1
    readonly property int columns: Math.max(3, Math.min(10, Math.floor(width / (width < 600 ? 126 : 150))))
    signal opened(int photo)
    signal selectionBegun(int photo)

    function step(by: int) {
        current = Math.max(0, Math.min(grid.count - 1, current < 0 ? 0 : current + by))
        positionViewAtIndex(grid.rowOf(current), ListView.Contain)
    }
    function tapped(photo: int, extend: bool) {
        if (!selecting)
            return opened(photo)
        if (extend)
            grid.selectTo(photo)
        else
            grid.toggle(photo)
    }

    model: grid
    clip: true
    reuseItems: true
    cacheBuffer: 400
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Photos by day")
    Binding { target: list.grid; property: "columns"; value: list.columns; when: list.width > 0 }

    Keys.onPressed: event => {
        event.accepted = true
        switch (event.key) {
        case Qt.Key_Right: step(1); break
        case Qt.Key_Left: step(-1); break
        case Qt.Key_Down: step(columns); break
        case Qt.Key_Up: step(-columns); break
        case Qt.Key_PageDown: step(columns * 6); break
        case Qt.Key_PageUp: step(-columns * 6); break
        case Qt.Key_Home: step(-grid.count); break
        case Qt.Key_End: step(grid.count); break
        case Qt.Key_Return: case Qt.Key_Enter:
            if (current >= 0)
                opened(current)
            break
        case Qt.Key_Space:
            if (current < 0)
                break
            if (!selecting)
                selectionBegun(current)
            else
                tapped(current, (event.modifiers & Qt.ShiftModifier) !== 0)
            break
        case Qt.Key_A:
            if (event.modifiers & Qt.ControlModifier)
                grid.selectAll()
            else
                event.accepted = false
            break
        default: event.accepted = false
        }
    }
    delegate: PhotoRow {
        width: list.width
        scope: list.grid.scope
        columns: list.columns
        selecting: list.selecting
        current: list.activeFocus ? list.current : -1
        onOpened: photo => list.tapped(photo, false)
        onHeld: photo => list.selecting ? list.grid.selectTo(photo) : list.selectionBegun(photo)
        onDayTapped: list.grid.selectDay(index)
    }
    C.ScrollBar.vertical: C.ScrollBar { id: bar; policy: C.ScrollBar.AsNeeded }

    // The month handle: shown while the list moves or is dragged by it.
    Rectangle {
        id: handle

        readonly property int topRow: Math.max(0, list.indexAt(10, list.contentY + 40))

        parent: list.parent
        z: 2
        x: list.x + list.width - width + 8
        y: list.y + Math.min(list.height - height - 8, Math.max(8, (list.height - height) * bar.position / Math.max(0.001, 1 - bar.size)))
        visible: opacity > 0 && list.contentHeight > 3 * list.height
        opacity: list.moving || bar.pressed || drag.pressed ? 1 : 0
        width: label.width + 64
        height: Theme.target
        radius: height / 2
        color: Theme.ink
        Behavior on opacity { NumberAnimation { duration: Theme.change } }
        AppText {
            id: label

            anchors { left: parent.left; leftMargin: 18; verticalCenter: parent.verticalCenter }
            text: handle.visible ? PhotoWords.month(list.grid.monthAt(handle.topRow)) : ""
            token: Theme.label
            strong: true
            color: Theme.canvas
            wrapMode: Text.NoWrap
        }
        AppIcon { anchors { left: label.right; leftMargin: 6; verticalCenter: parent.verticalCenter } iconName: "chevrons-up-down"; color: Theme.canvas; size: 20 }
        MouseArea {
            id: drag

            anchors.fill: parent
            preventStealing: true
            onPositionChanged: mouse => {
                const y = mapToItem(list, 0, mouse.y).y
                list.contentY = list.originY - list.topMargin + Math.max(0, Math.min(1, y / list.height)) * (list.contentHeight + list.topMargin - list.height)
            }
        }
    }
}
