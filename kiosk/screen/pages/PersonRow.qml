// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// One person found: face, name, role and code, whether inside.
T.AbstractButton {
    id: row

    required property var person                // {id, name, code, role, call, inside}
    readonly property string second: [person.role, person.code].filter(part => part).join(" · ")

    implicitHeight: 112
    hoverEnabled: false
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [person.name, person.role, person.code, person.inside ? qsTr("inside") : ""].filter(part => part).join(", ")
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    background: Rectangle {
        radius: 20
        color: row.down ? Theme.sunken : Theme.surface
        border { width: 1; color: Theme.edge }
        FocusRing { shown: row.visualFocus; corner: 20 }
    }
    Face {
        x: 20
        anchors.verticalCenter: parent.verticalCenter
        name: row.person.name
        personId: row.person.id
        size: 76
        corner: 16
    }
    Column {
        x: 120
        width: row.width - x - (inside.visible ? inside.width + 32 : 20)
        anchors.verticalCenter: parent.verticalCenter
        KioskText { width: parent.width; px: 34; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 22; text: row.person.name; elide: Text.ElideRight; wrapMode: Text.NoWrap; Accessible.ignored: true }
        KioskText { width: parent.width; px: 26; font.weight: Font.Medium; color: Theme.ink2; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 20; text: row.second; elide: Text.ElideRight; wrapMode: Text.NoWrap; visible: text !== ""; Accessible.ignored: true }
    }
    Row {
        id: inside

        visible: row.person.inside
        anchors { right: parent.right; rightMargin: 24; verticalCenter: parent.verticalCenter }
        spacing: 10
        AppIcon { anchors.verticalCenter: parent.verticalCenter; iconName: "log-in"; color: Theme.ok; size: 30 }
        KioskText { anchors.verticalCenter: parent.verticalCenter; px: 26; color: Theme.ok; text: qsTr("inside"); wrapMode: Text.NoWrap; Accessible.ignored: true }
    }
}
