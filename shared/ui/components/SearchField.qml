// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A field to search with: glass in front, clear behind, and an optional plus for "search or add". Escape clears.
T.TextField {
    id: field

    property string placeholder: qsTr("Search")
    property string addText                     // name of the plus; none when empty
    signal added(string text)
    signal searched(string text)

    implicitWidth: 280
    implicitHeight: Theme.control
    leftPadding: Theme.kiosk ? 84 : 48
    rightPadding: tail.width + 4
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.ink
    placeholderTextColor: Theme.ink3
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentLabel
    selectByMouse: true
    renderType: Text.NativeRendering
    font.family: "Inter"
    font.pixelSize: Theme.kiosk ? Theme.kioskLabel.size : Theme.field.size
    inputMethodHints: Qt.ImhNoPredictiveText
    onTextEdited: searched(text)
    Keys.onEscapePressed: event => {
        event.accepted = length > 0
        clear()
        searched("")
    }
    cursorDelegate: Rectangle {
        width: 2
        color: Theme.accentText
        visible: field.cursorVisible
    }

    Accessible.role: Accessible.EditableText
    Accessible.name: placeholder
    Accessible.searchEdit: true
    Accessible.focusable: true

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.surface
        border { width: field.activeFocus ? 2 : 1; color: field.activeFocus ? Theme.accentText : Theme.edge }
    }
    AppIcon {
        x: Theme.kiosk ? 28 : 15
        anchors.verticalCenter: parent.verticalCenter
        iconName: "search"
        color: Theme.ink2
        size: Theme.kiosk ? 40 : 22
    }
    AppText {
        anchors { fill: parent; leftMargin: field.leftPadding; rightMargin: field.rightPadding }
        visible: field.length === 0 && field.preeditText === ""
        text: field.placeholder
        token: Theme.kiosk ? Theme.kioskLabel : Theme.field
        font.weight: Font.Normal
        color: Theme.ink3
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    Row {
        id: tail

        spacing: 2
        anchors { right: parent.right; rightMargin: field.addText ? 6 : 2; verticalCenter: parent.verticalCenter }

        IconButton {
            visible: field.length > 0
            iconName: "x"
            text: qsTr("Clear the search")
            onClicked: {
                field.clear()
                field.searched("")
                field.forceActiveFocus()
            }
        }
        IconButton {
            visible: field.addText !== ""
            width: field.height - 12
            height: width
            filled: true
            iconName: "plus"
            text: field.addText
            onClicked: field.added(field.text)
        }
    }
}
