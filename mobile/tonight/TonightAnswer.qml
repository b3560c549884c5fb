// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// One of the three answers: icon above word.
T.AbstractButton {
    id: button

    property string iconName
    property bool primary: false

    implicitWidth: 104
    implicitHeight: Math.max(72, content.implicitHeight + 20)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.primary ? button.down ? Theme.accentPressed : Theme.accent : button.down ? Theme.sunken : Theme.surface
        border { width: 1; color: button.primary ? Theme.accentEdge : Theme.edge }
        FocusRing { shown: button.visualFocus; corner: Theme.radiusControl }
    }
    contentItem: Column {
        id: content

        topPadding: 10
        spacing: 4
        AppIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: button.iconName
            size: 24
            color: button.primary ? Theme.accentLabel : Theme.ink
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: button.text
            token: Theme.label
            strong: true
            color: button.primary ? Theme.accentLabel : Theme.ink
            Accessible.ignored: true
        }
    }
}
