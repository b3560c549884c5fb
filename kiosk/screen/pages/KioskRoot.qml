// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// All pages of the kiosk, one at a time. Drawn for 1080 px of width standing and 1280 lying, scaled to any panel.
Item {
    id: root

    required property KioskView kiosk
    property string scheme: "light"             // "system", "light" or "dark"
    readonly property bool portrait: height > width
    readonly property real factor: width / (portrait ? 1080 : 1280)

    Component.onCompleted: {
        Theme.kiosk = true
        Theme.scheme = root.scheme
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    Item {
        id: canvas

        width: root.portrait ? 1080 : 1280
        height: root.factor > 0 ? root.height / root.factor : 0
        scale: root.factor
        transformOrigin: Item.TopLeft

        Loader {
            anchors.fill: parent
            active: root.width > 0
            focus: true
            sourceComponent: {
                switch (root.kiosk.stage) {
                case "enrol": return enrol
                case "loading": return loading
                case "verdict": return verdict
                case "search": return search
                default: return idle
                }
            }
        }
    }

    // qmllint disable unqualified
    Component { id: enrol; EnrolPage { kiosk: root.kiosk } }
    Component { id: loading; LoadingPage { kiosk: root.kiosk } }
    Component { id: idle; IdlePage { kiosk: root.kiosk; portrait: root.portrait } }
    Component { id: verdict; VerdictPage { kiosk: root.kiosk; portrait: root.portrait } }
    Component { id: search; SearchPage { kiosk: root.kiosk; portrait: root.portrait } }
    // qmllint enable unqualified
}
