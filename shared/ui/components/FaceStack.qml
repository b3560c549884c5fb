// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// A few people, overlapping; more than `most` end in "+3".
Item {
    id: stack

    property var people: []                     // names, or {name, id}
    property int size: 32
    property int most: 4
    property color ground: Theme.surface

    readonly property var shown: people.slice(0, most)

    implicitWidth: shown.length === 0 ? 0 : size + (shown.length - 1) * step + (more.visible ? more.width + 6 : 0)
    implicitHeight: size
    readonly property int step: Math.round(size * 0.72)

    Accessible.role: Accessible.StaticText
    Accessible.name: people.map(one => one.name || one).join(", ")

    Repeater {
        model: stack.shown

        Face {
            required property int index
            required property var modelData

            x: index * stack.step
            name: modelData.name || modelData
            personId: modelData.id || name
            size: stack.size
            ring: stack.ground
            Accessible.ignored: true
        }
    }
    AppText {
        id: more

        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        visible: stack.people.length > stack.most
        text: "+" + (stack.people.length - stack.most)
        token: Theme.meta
        color: Theme.ink2
        Accessible.ignored: true
    }
}
