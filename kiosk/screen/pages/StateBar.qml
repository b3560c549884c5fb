// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Network, what waits to be sent, and who is here; after a scan the undo.
Rectangle {
    id: bar

    required property KioskView kiosk
    property int px: 34
    readonly property int margin: width < 800 ? 32 : 64
    readonly property bool strip: kiosk.undoSeconds > 0 || kiosk.undone

    color: strip ? Theme.ink : Theme.surface

    component Item2: Row {
        id: item

        spacing: item.px * 0.5

        property string icon
        property string text
        property color color: Theme.ink
        property int px: 34

        AppIcon { anchors.verticalCenter: parent.verticalCenter; iconName: item.icon; color: item.color; size: Math.round(item.px * 1.25) }
        KioskText { anchors.verticalCenter: parent.verticalCenter; px: item.px; text: item.text; color: item.color; wrapMode: Text.NoWrap }
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        visible: !bar.strip
        anchors { left: parent.left; leftMargin: bar.margin; verticalCenter: parent.verticalCenter }
        spacing: bar.margin * 0.75

        Item2 {
            px: bar.px
            readonly property var words: ({ "ok": qsTr("Verified"), "sync": qsTr("Sending"), "off": qsTr("Offline"), "wait": qsTr("Connecting"), "held": qsTr("To fix"), "fork": qsTr("Two versions") })

            icon: Theme.tone(bar.kiosk.syncState).icon
            color: Theme.tone(bar.kiosk.syncState).color
            text: words[bar.kiosk.syncState] || qsTr("Offline")
        }
        Item2 {
            px: bar.px
            visible: bar.kiosk.waiting > 0
            icon: "circle-arrow-up"
            color: Theme.wait
            text: qsTr("%n waiting", "events to be sent", bar.kiosk.waiting)
        }
    }
    Item2 {
        px: bar.px
        visible: !bar.strip
        anchors { right: parent.right; rightMargin: bar.margin; verticalCenter: parent.verticalCenter }
        icon: "users"
        text: qsTr("%n present", "people on site", bar.kiosk.present)
    }

    KioskText {
        visible: bar.strip
        anchors { left: parent.left; leftMargin: bar.margin; right: undo.left; rightMargin: 24; verticalCenter: parent.verticalCenter }
        px: bar.px - 2
        color: Theme.canvas
        elide: Text.ElideRight
        maximumLineCount: 3
        text: bar.kiosk.undone ? qsTr("Taken back: %1").arg(VerdictWords.title(bar.kiosk.card)) : VerdictWords.strip(bar.kiosk.card)
    }
    AppButton {
        id: undo

        visible: bar.kiosk.undoSeconds > 0
        anchors { right: parent.right; rightMargin: 48; verticalCenter: parent.verticalCenter }
        iconName: "undo-2"
        text: qsTr("Undo · %1 s").arg(bar.kiosk.undoSeconds)
        onClicked: bar.kiosk.undo()
    }
}
