// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// One tab of AppTabBar or NavRail.
T.AbstractButton {
    id: item

    property string iconName
    property bool current: false
    property bool inRail: false
    property int badge: 0

    implicitWidth: inRail ? 80 : 72
    implicitHeight: inRail ? 68 : 64
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.PageTab
    Accessible.name: badge > 0 ? text + ", " + badge : text
    Accessible.selected: current
    Accessible.selectable: true
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    background: Item {
        Rectangle {
            anchors.fill: parent
            visible: item.inRail
            radius: Theme.radiusControl
            color: item.current ? Theme.accentTint : item.down ? Theme.sunken : "transparent"
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: item.current && !item.inRail
            width: 36
            height: 3
            radius: 1.5
            color: Theme.accentText
        }
        FocusRing { shown: item.visualFocus; anchors.margins: 2 }
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 3
            AppIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                iconName: item.iconName
                color: item.current ? Theme.accentText : Theme.ink2
            }
            AppText {
                width: item.width - 4
                horizontalAlignment: Text.AlignHCenter
                text: item.text
                token: Theme.small
                strong: item.current
                color: item.current ? Theme.accentText : Theme.ink2
                wrapMode: Text.NoWrap
                // Tabs have a fixed place: their words grow a little and then fit themselves to it.
                font.pixelSize: Math.min(Theme.small.size, 15)
                lineHeight: 20
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
                Accessible.ignored: true
            }
        }
        Rectangle {
            anchors { horizontalCenter: parent.horizontalCenter; horizontalCenterOffset: 16; top: parent.top; topMargin: 6 }
            visible: item.badge > 0
            width: Math.max(18, count.implicitWidth + 8)
            height: 18
            radius: 9
            color: Theme.accent
            border { width: 1; color: Theme.accentEdge }
            AppText {
                id: count

                anchors.centerIn: parent
                text: item.badge
                token: Theme.small
                strong: true
                color: Theme.accentLabel
                Accessible.ignored: true
            }
        }
    }
}
