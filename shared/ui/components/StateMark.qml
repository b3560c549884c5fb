// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The state of one record: icon and word in the state's colour; as a disc for pictures. Nothing when state is "".
Item {
    id: mark

    property string syncState: ""
    property string text
    property bool disc: false
    property bool iconLast: false               // word before icon, for the right end of a row

    readonly property var tone: Theme.tone(syncState)

    visible: syncState !== ""
    implicitWidth: disc ? 26 : row.implicitWidth
    implicitHeight: disc ? 26 : row.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: !visible || text === ""

    Rectangle {
        anchors.fill: parent
        visible: mark.disc
        radius: width / 2
        color: Theme.surface
        border { width: 1; color: Theme.edge }
        AppIcon {
            anchors.centerIn: parent
            iconName: mark.tone.icon
            color: mark.tone.color
            size: 18
        }
    }
    Row {
        id: row

        visible: !mark.disc
        spacing: 6
        layoutDirection: mark.iconLast ? Qt.RightToLeft : Qt.LeftToRight
        AppIcon {
            anchors.verticalCenter: parent.verticalCenter
            iconName: mark.tone.icon
            color: mark.tone.color
            size: 20
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: mark.text
            token: Theme.label
            strong: true
            color: mark.tone.color
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
