// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// Four corners and a badge between them: what to hold where.
Item {
    id: picture

    property real unit: 1
    readonly property color corner: Theme.dark ? Theme.accentEdge : Theme.velvet

    implicitWidth: 514 * unit
    implicitHeight: 424 * unit
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("A badge in front of the camera")

    Repeater {
        model: 4

        Item {
            id: angle

            required property int index
            readonly property bool atRight: index % 2 === 1
            readonly property bool atFoot: index >= 2

            x: atRight ? picture.width - width : 0
            y: atFoot ? picture.height - height : 0
            width: 114 * picture.unit
            height: 114 * picture.unit
            clip: true

            Rectangle {
                x: angle.atRight ? -width + angle.width : 0
                y: angle.atFoot ? -height + angle.height : 0
                width: 228 * picture.unit
                height: 228 * picture.unit
                radius: 44 * picture.unit
                color: "transparent"
                border { width: 14 * picture.unit; color: picture.corner }
            }
        }
    }
    Rectangle {
        id: badge

        anchors.centerIn: parent
        width: 220 * picture.unit
        height: 326 * picture.unit
        radius: 26 * picture.unit
        color: "#FFFFFF"
        border { width: 8 * picture.unit; color: Theme.dark ? "#938990" : "#1A1417" }

        Image {
            x: 30 * picture.unit
            y: 42 * picture.unit
            width: 160 * picture.unit
            height: width
            sourceSize.width: width
            sourceSize.height: height
            smooth: false
            source: "image://qr/foyer"
        }
        Repeater {
            model: [160, 100]

            Rectangle {
                required property int index
                required property int modelData

                x: 30 * picture.unit
                y: (224 + index * 28) * picture.unit
                width: modelData * picture.unit
                height: 14 * picture.unit
                radius: height / 2
                color: "#DDD6DA"
            }
        }
    }
}
