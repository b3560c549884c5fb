// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// One line of text with its label above. Emits edited(text) for what a person types, not for what a page sets.
FieldFrame {
    id: field

    property alias text: input.text
    property string placeholder
    property string unit                        // "cm", after the value
    property bool password: false               // adds the eye
    property alias readOnly: input.readOnly
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property alias maximumLength: input.maximumLength
    property alias cursorPosition: input.cursorPosition
    property bool monospace: false              // codes
    signal edited(string text)
    signal accepted()

    function selectAll() { input.selectAll() }

    active: input.activeFocus

    TextInput {
        id: input

        property bool revealed: false
        readonly property bool hidden: field.password && !revealed

        anchors { fill: parent; rightMargin: tail.width }
        focus: true
        activeFocusOnTab: true
        clip: true
        leftPadding: Theme.kiosk ? 28 : 14
        rightPadding: 6
        verticalAlignment: TextInput.AlignVCenter
        color: field.enabled ? Theme.ink : Theme.ink3
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentLabel
        selectByMouse: true
        echoMode: hidden ? TextInput.Password : TextInput.Normal
        passwordCharacter: "•"
        renderType: Text.NativeRendering
        font.family: field.monospace ? "JetBrains Mono" : "Inter"
        font.pixelSize: Theme.kiosk ? Theme.kioskLabel.size : Theme.field.size
        onTextEdited: field.edited(text)
        onAccepted: field.accepted()
        cursorDelegate: Rectangle {
            width: 2
            color: Theme.accentText
            visible: input.cursorVisible
        }

        // Qt 6.4 hands the text of every EditableText to screen readers, hidden or not; a hidden one is no such text.
        Accessible.role: hidden ? Accessible.Grouping : Accessible.EditableText
        Accessible.name: field.label || field.placeholder
        Accessible.description: field.spokenState
        Accessible.readOnly: readOnly
        Accessible.focusable: true

        AppText {
            anchors { fill: parent; leftMargin: input.leftPadding }
            visible: input.length === 0 && input.preeditText === ""
            text: field.placeholder
            token: Theme.kiosk ? Theme.kioskLabel : Theme.field
            font.weight: Font.Normal
            color: Theme.ink3
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }
    Row {
        id: tail

        anchors { right: parent.right; verticalCenter: parent.verticalCenter }

        AppText {
            visible: field.unit !== ""
            rightPadding: 14
            text: field.unit
            token: Theme.body
            color: Theme.ink2
        }
        IconButton {
            visible: field.password
            iconName: input.revealed ? "eye-off" : "eye"
            text: input.revealed ? qsTr("Hide password") : qsTr("Show password")
            onClicked: input.revealed = !input.revealed
        }
    }
}
