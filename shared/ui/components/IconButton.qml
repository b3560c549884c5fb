// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// An icon alone: only back, close, more, search, pause and the like. `text` is its name for screen readers.
T.Button {
    id: control

    property string iconName
    property color color: Theme.ink
    property bool bordered: false
    property bool filled: false          // accent ground, for the one main action inside a field

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    opacity: enabled ? 1 : 0.55
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        AppIcon {
            anchors.centerIn: parent
            iconName: control.iconName
            color: !control.enabled ? Theme.ink3 : control.filled ? Theme.accentLabel : control.color
            size: Theme.kiosk ? 44 : 24
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: control.filled ? (control.down ? Theme.accentPressed : Theme.accent)
            : control.down ? Theme.sunken : control.bordered ? Theme.surface : "transparent"
        border.width: control.bordered || control.filled ? 1 : 0
        border.color: control.filled ? Theme.accentEdge : Theme.edge
        FocusRing { shown: control.visualFocus }
    }
}
