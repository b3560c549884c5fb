// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A step of the talent form: number in its colour, filled when current, a tick when done.
T.AbstractButton {
    id: disc

    property int number: 1
    property bool done: false
    property bool current: false
    readonly property var section: Sections.all[number - 1]

    implicitWidth: 40
    implicitHeight: Theme.target
    text: section.name
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: done ? qsTr("Section %1, %2, complete").arg(number).arg(section.name)
                          : qsTr("Section %1, %2").arg(number).arg(section.name)
    Accessible.selected: current
    Accessible.focusable: true
    Accessible.onPressAction: clicked()

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: disc.current ? 40 : 32
            height: width
            radius: width / 2
            color: Theme.canvas
            border { width: 2; color: disc.section.color }
            Rectangle {
                anchors.centerIn: parent
                visible: disc.current || disc.done
                width: 32
                height: 32
                radius: 16
                color: disc.section.color
            }
            FocusRing { shown: disc.visualFocus; corner: 20 }
        }
    }
    contentItem: Item {
        AppText {
            anchors.centerIn: parent
            visible: disc.current || !disc.done
            text: disc.number
            token: Theme.label
            strong: true
            color: disc.current ? Sections.label : disc.section.color
            Accessible.ignored: true
        }
        AppIcon {
            anchors.centerIn: parent
            visible: disc.done && !disc.current
            iconName: "check"
            color: Sections.label
            size: 20
        }
    }
}
