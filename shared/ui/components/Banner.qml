// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A sentence about a state in its tint, in the flow, one at a time. With `actionText` it has a button; with `opens`
// the whole banner is one.
T.AbstractButton {
    id: banner

    property string tone: "info"
    property string iconName: Theme.tone(tone).icon
    property string title
    property string sentence: text
    property string actionText
    property bool opens: false
    signal acted()

    implicitWidth: 360
    implicitHeight: Math.max(Theme.target, column.implicitHeight + 28)
    focusPolicy: opens ? Qt.StrongFocus : Qt.NoFocus
    enabled: true
    hoverEnabled: false
    onClicked: if (opens) acted()
    Accessible.role: opens ? Accessible.Button : Accessible.AlertMessage
    Accessible.name: title ? title + ". " + sentence : sentence
    Accessible.focusable: opens
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.tone(banner.tone).tint
        border { width: Theme.highContrast || (banner.opens && banner.down) ? 1 : 0; color: Theme.tone(banner.tone).color }
        FocusRing { shown: banner.visualFocus; corner: Theme.radiusCard }
    }
    contentItem: Item {
        AppIcon {
            x: 16
            y: column.y + (banner.title ? (column.height - height) / 2 : (Theme.label.line - height) / 2)
            iconName: banner.iconName
            color: Theme.tone(banner.tone).color
            size: 24
        }
        Column {
            id: column

            anchors {
                left: parent.left; leftMargin: 54
                right: banner.opens ? chevron.left : parent.right; rightMargin: 16
                verticalCenter: parent.verticalCenter
            }
            spacing: 2
            AppText {
                width: parent.width
                visible: text !== ""
                text: banner.title
                strong: true
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: banner.sentence
                token: banner.title ? Theme.meta : Theme.label
                Accessible.ignored: true
            }
            AppButton {
                visible: banner.actionText !== ""
                sideRoom: 0
                kind: AppButton.Quiet
                text: banner.actionText
                onClicked: banner.acted()
            }
        }
        AppIcon {
            id: chevron

            anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
            visible: banner.opens
            iconName: "chevron-right"
            color: Theme.tone(banner.tone).color
        }
    }
}
