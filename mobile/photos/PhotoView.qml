// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// One photograph on a dark ground: its small preview at once, the original over it when it lies on this device.
Rectangle {
    id: view

    property string scope
    property string recordId
    property string name
    readonly property bool sharp: large.status === Image.Ready && large.implicitWidth > 0
    readonly property string base: recordId === "" ? "" : "image://photo/" + scope + "/" + recordId

    color: Theme.darkroom
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Image {
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height)
        height: width
        visible: !view.sharp
        source: view.base
        fillMode: Image.PreserveAspectFit
    }
    Image {
        id: large

        anchors.fill: parent
        source: view.base === "" ? "" : view.base + "/large"
        fillMode: Image.PreserveAspectFit
        cache: false
    }
}
