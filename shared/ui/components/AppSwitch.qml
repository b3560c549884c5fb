// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// On or off, at once. The words stand left (with an optional meta line), the switch right; on shows a tick.
T.Switch {
    id: control

    property string meta

    implicitWidth: text ? 320 : 56
    implicitHeight: Math.max(Theme.target, words.implicitHeight + 8)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: meta
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.focusable: true
    Accessible.onPressAction: { toggle(); toggled() }
    Accessible.onToggleAction: { toggle(); toggled() }

    indicator: Rectangle {
        id: track

        x: control.width - width
        anchors.verticalCenter: parent.verticalCenter
        width: 56
        height: 32
        radius: 16
        color: !control.enabled ? Theme.sunken : control.checked ? (control.down ? Theme.accentPressed : Theme.accent)
            : control.down ? Theme.sunken : Theme.surface
        border { width: control.checked ? 1 : 2; color: control.checked && control.enabled ? Theme.accentEdge : Theme.edge }

        Rectangle {
            x: control.checked ? 28 : 6
            anchors.verticalCenter: parent.verticalCenter
            width: control.checked ? 24 : 20
            height: width
            radius: width / 2
            color: control.checked ? "#FFFFFF" : Theme.edge
            AppIcon {
                anchors.centerIn: parent
                visible: control.checked
                iconName: "check"
                color: "#8A1C42"
                size: 16
            }
            Behavior on x { NumberAnimation { duration: Theme.change; easing.type: Theme.easeIn } }
        }
        FocusRing { shown: control.visualFocus; corner: 16 }
    }
    contentItem: Column {
        id: words

        visible: control.text !== ""
        rightPadding: 72
        topPadding: Math.max(0, (control.height - (label.height + (control.meta ? metaLine.height : 0))) / 2)
        AppText {
            id: label

            width: control.width - 72
            text: control.text
            strong: true
            color: control.enabled ? Theme.ink : Theme.ink3
            Accessible.ignored: true
        }
        AppText {
            id: metaLine

            width: control.width - 72
            visible: control.meta !== ""
            text: control.meta
            token: Theme.meta
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    background: null
}
