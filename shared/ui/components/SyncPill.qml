// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// The state of sync in a few words, in every header; tap opens the sync page. `syncState` is ok, sync, wait, held, fork
// or off; `text` the words ("2 waiting"); `sentence` what a screen reader says. Compact shows icon and number only;
// stacked is the foot of the rail.
T.AbstractButton {
    id: pill

    property string syncState: "off"
    property string sentence: text
    property bool compact: false
    property int count: 0
    property bool stacked: false

    readonly property var tone: Theme.tone(syncState)
    readonly property string shown: compact ? (count > 0 ? String(count) : "") : text

    implicitWidth: stacked ? 76 : row.implicitWidth + 26
    implicitHeight: stacked ? column.implicitHeight + 20 : Math.max(Theme.target, row.implicitHeight + 12)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: sentence
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    background: Item {
        Rectangle {
            id: box

            width: parent.width
            height: pill.stacked ? parent.height : Math.max(32, row.implicitHeight + 10)
            anchors.verticalCenter: parent.verticalCenter
            radius: pill.stacked ? Theme.radiusControl : height / 2
            color: pill.tone.tint
            border { width: pill.down || Theme.highContrast ? 1 : 0; color: pill.tone.color }
            FocusRing { shown: pill.visualFocus; corner: box.radius }
        }
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            visible: !pill.stacked
            spacing: 8
            AppIcon {
                anchors.verticalCenter: parent.verticalCenter
                iconName: pill.tone.icon
                color: pill.tone.color
                size: 18
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: pill.shown
                token: Theme.label
                strong: true
                color: pill.tone.color
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Column {
            id: column

            anchors.centerIn: parent
            visible: pill.stacked
            spacing: 4
            AppIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                iconName: pill.tone.icon
                color: pill.tone.color
                size: 28
            }
            AppText {
                width: pill.width - 8
                wrapMode: Text.WordWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
                text: pill.text
                token: Theme.small
                strong: true
                color: pill.tone.color
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
