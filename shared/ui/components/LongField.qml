// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// Several lines of text; grows with what is written. Tab leaves it, Escape too.
FieldFrame {
    id: field

    property alias text: input.text
    property string placeholder
    property alias readOnly: input.readOnly
    property int minimumLines: 3
    property int maximumLength: 0               // 0: no limit; beyond it the count turns into an error of the page
    signal edited(string text)

    active: input.activeFocus
    boxHeight: Math.max(minimumLines * Theme.field.line, input.contentHeight) + 28

    T.TextArea {
        id: input

        anchors.fill: parent
        focus: true
        padding: 14
        wrapMode: TextEdit.Wrap
        color: field.enabled ? Theme.ink : Theme.ink3
        placeholderTextColor: Theme.ink3
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentLabel
        selectByMouse: true
        textFormat: TextEdit.PlainText
        renderType: Text.NativeRendering
        font.family: "Inter"
        font.pixelSize: Theme.field.size
        onTextChanged: if (activeFocus) field.edited(text)
        KeyNavigation.priority: KeyNavigation.BeforeItem
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        cursorDelegate: Rectangle {
            width: 2
            color: Theme.accentText
            visible: input.cursorVisible
        }

        Accessible.role: Accessible.EditableText
        Accessible.name: field.label || field.placeholder
        Accessible.description: field.spokenState
        Accessible.multiLine: true
        Accessible.readOnly: readOnly
        Accessible.focusable: true

        AppText {
            anchors { fill: parent; margins: input.padding }
            visible: input.length === 0 && input.preeditText === ""
            text: field.placeholder
            token: Theme.field
            color: Theme.ink3
            Accessible.ignored: true
        }
    }
}
