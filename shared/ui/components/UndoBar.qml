// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// What just happened, with the way back, above the tab bar. show(message) starts 10 s; the bar stays while focused.
Rectangle {
    id: bar

    property string message
    property string undoText: qsTr("Undo")     // empty when there is no way back: the bar only tells
    property int seconds: 10
    property bool open: false
    signal undone()
    signal expired()

    function show(what: string) {
        message = what
        left.value = seconds
        open = true
    }
    function close() { open = false }

    implicitWidth: 360
    readonly property bool crowded: undo.visible && undo.implicitWidth > width * 0.5

    implicitHeight: Math.max(56, words.implicitHeight + 24 + (crowded ? undo.height : 0))
    radius: Theme.radiusControl
    color: Theme.ink
    visible: opacity > 0
    opacity: open ? 1 : 0
    enabled: open
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message
    Behavior on opacity { NumberAnimation { duration: Theme.change } }

    QtObject {
        id: left

        property int value: bar.seconds
    }
    Timer {
        interval: 1000
        repeat: true
        running: bar.open && !undo.activeFocus
        onTriggered: {
            left.value -= 1
            if (left.value > 0)
                return
            bar.open = false
            bar.expired()
        }
    }
    AppText {
        id: words

        x: 16
        y: bar.crowded ? 12 : (parent.height - height) / 2
        width: bar.crowded || !undo.visible ? parent.width - 32 : undo.x - 24
        text: bar.message
        token: Theme.label
        color: Theme.canvas
        Accessible.ignored: true
    }
    AppButton {
        id: undo

        x: parent.width - width - 4
        y: bar.crowded ? parent.height - height - 4 : (parent.height - height) / 2
        visible: bar.undoText !== ""
        kind: AppButton.Quiet
        iconName: "undo-2"
        text: qsTr("%1 (%2 s)").arg(bar.undoText).arg(left.value)
        labelColor: Theme.dark ? "#8A1C42" : "#FF9DB8"
        Accessible.name: bar.undoText
        onClicked: {
            bar.open = false
            bar.undone()
        }
    }
}
