// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A choice that can be on or off: chosen it has a tint and a tick. `swatch` shows a colour disc (eyes, hair).
T.AbstractButton {
    id: chip

    property color swatch: "transparent"
    property color tone: Theme.accentText       // edge and words when chosen
    property bool removable: false              // shows an x; a tap takes the word out
    property color toneTint: Theme.accentTint

    readonly property bool hasSwatch: swatch.a > 0

    checkable: true
    implicitWidth: Math.max(Theme.target, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, row.implicitHeight + 12)
    leftPadding: Theme.kiosk ? 28 : 14
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: removable ? Accessible.Button : Accessible.CheckBox
    Accessible.name: removable ? qsTr("Remove %1").arg(text) : text
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.focusable: true
    Accessible.onPressAction: { if (checkable) toggle(); clicked() }
    Accessible.onToggleAction: { if (checkable) toggle(); clicked() }

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 8
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.hasSwatch
                width: 22; height: 22; radius: 11
                color: chip.swatch
                AppIcon {
                    anchors.centerIn: parent
                    visible: chip.checked
                    iconName: "check"
                    color: chip.swatch.hslLightness > 0.6 ? "#1A1417" : "#FFFFFF"
                    size: 16
                }
            }
            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.checked && !chip.hasSwatch
                iconName: "check"
                color: chip.tone
                size: Theme.kiosk ? 32 : 18
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: chip.text
                token: Theme.kiosk ? Theme.kioskLabel : Theme.label
                strong: true
                wrapMode: Text.NoWrap
                color: !chip.enabled ? Theme.ink3 : chip.checked && !chip.hasSwatch ? chip.tone : Theme.ink
                Accessible.ignored: true
            }
            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.removable
                iconName: "x"
                color: Theme.ink2
                size: 16
            }
        }
    }
    // The pill is 36 px high inside a target of 48.
    background: Item {
        Rectangle {
            id: pill

            width: parent.width
            height: Math.max(Theme.kiosk ? 80 : chip.hasSwatch ? 44 : 36, row.implicitHeight + 12)
            anchors.verticalCenter: parent.verticalCenter
            radius: height / 2
            color: !chip.enabled ? Theme.sunken : chip.checked ? chip.toneTint : chip.down ? Theme.sunken : Theme.surface
            border.width: chip.checked && chip.hasSwatch ? 2 : 1
            border.color: chip.checked ? chip.tone : Theme.edge
            FocusRing { shown: chip.visualFocus; corner: pill.radius }
        }
    }
}
