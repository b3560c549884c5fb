// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// Choices or a short form that come from below; on wide screens a card in the middle. Escape and back close it.
T.Popup {
    id: sheet

    property string title
    default property alias content: slot.data

    readonly property bool wide: parent ? parent.width >= 600 : false

    parent: T.Overlay.overlay
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (wide ? (parent.height - height) / 2 : parent.height - height) : 0
    width: parent ? (wide ? 480 : parent.width) : 480
    height: Math.min(implicitHeight, parent ? parent.height - 48 : implicitHeight)
    implicitHeight: head.height + slot.implicitHeight + 40
    padding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: closer.forceActiveFocus(Qt.PopupFocusReason)

    T.Overlay.modal: Rectangle { color: Theme.scrim }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.page; easing.type: Theme.easeIn }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.change; easing.type: Theme.easeOut }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border { width: 1; color: Theme.edge }
        Rectangle {
            // Square lower corners where the sheet meets the edge of the screen.
            visible: !sheet.wide
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 1 }
            height: Theme.radiusCard
            color: Theme.surface
        }
    }
    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        Item {
            id: head

            width: parent.width
            height: Math.max(64, title.implicitHeight + 24)
            AppText {
                id: title

                anchors { left: parent.left; leftMargin: 20; right: closer.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
                text: sheet.title
                token: Theme.head
                Accessible.role: Accessible.Heading
            }
            IconButton {
                id: closer

                anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                iconName: "x"
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        Flickable {
            anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; bottomMargin: 20 }
            contentHeight: slot.implicitHeight
            interactive: contentHeight > height
            clip: interactive
            boundsBehavior: Flickable.StopAtBounds
            Column {
                id: slot

                x: 20
                width: parent.width - 40
                spacing: 16
            }
        }
    }
}
