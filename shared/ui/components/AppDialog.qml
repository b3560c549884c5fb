// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A question over a scrim. Escape and back close it; the first focus is on the harmless choice. Name the act on the
// confirming button ("Delete 3 photos"). Children stand between the sentence and the buttons.
T.Popup {
    id: dialog

    property string title
    property string sentence
    property string confirmText
    property string cancelText: qsTr("Cancel")
    property bool destructive: false
    property bool confirmEnabled: true
    default property alias content: slot.data
    signal confirmed()
    signal cancelled()

    property bool answered: false

    function settle(yes: bool) {
        answered = true
        close()
        if (yes)
            confirmed()
        else
            cancelled()
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(420, parent ? parent.width - 32 : 420)
    height: Math.min(implicitHeight, parent ? parent.height - 32 : implicitHeight)
    implicitHeight: column.implicitHeight + 2 * padding
    padding: 24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: answered = false
    onOpened: (cancel.visible ? cancel : confirm).forceActiveFocus(Qt.PopupFocusReason)
    onClosed: if (!answered) cancelled()

    T.Overlay.modal: Rectangle { color: Theme.scrim }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border { width: 1; color: Theme.edge }
    }
    contentItem: Flickable {
        contentHeight: column.implicitHeight
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title

        Column {
            id: column

            width: parent.width
            spacing: 12
            AppText { width: parent.width; text: dialog.title; token: Theme.head; Accessible.role: Accessible.Heading }
            AppText { width: parent.width; visible: text !== ""; text: dialog.sentence; color: Theme.ink2 }
            Column {
                id: slot

                width: parent.width
                spacing: 12
            }
            Item { width: 1; height: 4 }
            Grid {
                readonly property bool stacked: cancel.implicitWidth + confirm.implicitWidth + 12 > width

                width: parent.width
                columns: stacked || !cancel.visible || !confirm.visible ? 1 : 2
                spacing: 12
                AppButton {
                    id: cancel

                    width: parent.columns === 1 ? parent.width : (parent.width - 12) / 2
                    visible: dialog.cancelText !== ""
                    text: dialog.cancelText
                    onClicked: dialog.settle(false)
                }
                AppButton {
                    id: confirm

                    width: parent.columns === 1 ? parent.width : (parent.width - 12) / 2
                    visible: dialog.confirmText !== ""
                    kind: dialog.destructive ? AppButton.Destructive : AppButton.Primary
                    iconName: dialog.destructive ? "trash-2" : ""
                    text: dialog.confirmText
                    enabled: dialog.confirmEnabled
                    onClicked: dialog.settle(true)
                }
            }
        }
    }
}
