// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// Five stars in half steps. `value` is in tenths of ten: 0 none, 10 half a star, 100 five stars. Tap, drag or arrow
// keys; Home and Delete clear. rated(value) is a person's choice. Read only it is small and takes no focus.
Item {
    id: rating

    property int value: 0
    property bool readOnly: false
    property int starSize: readOnly ? 16 : 32
    property int gap: readOnly ? 2 : 6
    property bool clearable: !readOnly
    property bool whole: false                  // whole stars only, as photographs are rated
    property string name: qsTr("Rating")
    signal rated(int value)

    property bool byKey: false                  // the focus came by key, so its ring is shown

    readonly property string words: value === 0 ? qsTr("Not rated yet")
        : qsTr("%1 of 5 stars").arg(Number(value / 20).toLocaleString(Qt.locale(), "f", value % 20 === 0 ? 0 : 1))

    function choose(tenths: int) {
        const next = Math.max(0, Math.min(100, tenths))
        if (readOnly || next === value)
            return
        value = next
        rated(next)
    }
    function at(x: real): int {
        const step = starSize + gap
        const star = Math.floor(x / step)
        const half = !whole && (x - star * step) < starSize / 2 ? 1 : 2
        return Math.max(10, Math.min(100, star * 20 + half * 10))
    }

    implicitWidth: stars.width + (clear.visible ? clear.width + 8 : 0)
    implicitHeight: readOnly ? starSize : Math.max(Theme.target, starSize)
    activeFocusOnTab: !readOnly
    Accessible.role: readOnly ? Accessible.StaticText : Accessible.Slider
    Accessible.name: readOnly ? words : name + ": " + words
    Accessible.focusable: !readOnly
    onActiveFocusChanged: byKey = activeFocus
    Accessible.onIncreaseAction: choose(value + (whole ? 20 : 10))
    Accessible.onDecreaseAction: choose(value - (whole ? 20 : 10))
    Keys.onPressed: event => {
        event.accepted = !rating.readOnly
        switch (event.key) {
        case Qt.Key_Right: case Qt.Key_Up: choose(value + (whole ? 20 : 10)); break
        case Qt.Key_Left: case Qt.Key_Down: choose(value - (whole ? 20 : 10)); break
        case Qt.Key_Home: case Qt.Key_Delete: case Qt.Key_Backspace: choose(0); break
        case Qt.Key_End: choose(100); break
        default: event.accepted = false
        }
    }

    Row {
        id: stars

        anchors.verticalCenter: parent.verticalCenter
        spacing: rating.gap

        Repeater {
            model: 5

            AppIcon {
                required property int index
                readonly property int filled: rating.value - index * 20

                iconName: filled >= 20 ? "star-filled" : filled >= 10 ? "star-half" : "star"
                color: filled >= 10 ? Theme.star : Theme.edge
                size: rating.starSize
            }
        }
    }
    MouseArea {
        width: stars.width
        height: parent.height
        enabled: !rating.readOnly
        preventStealing: true
        onPressed: mouse => {
            rating.forceActiveFocus(Qt.MouseFocusReason)
            rating.byKey = false
            rating.choose(rating.at(mouse.x))
        }
        onPositionChanged: mouse => rating.choose(mouse.x < -rating.gap ? 0 : rating.at(mouse.x))
    }
    AppButton {
        id: clear

        anchors { left: stars.right; leftMargin: 8; verticalCenter: parent.verticalCenter }
        visible: rating.clearable && rating.value > 0
        kind: AppButton.Quiet
        text: qsTr("Clear")
        onClicked: rating.choose(0)
    }
    FocusRing {
        anchors.fill: stars
        corner: 6
        shown: rating.activeFocus && rating.byKey
    }
}
