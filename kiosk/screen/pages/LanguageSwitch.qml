// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// FR | EN on velvet: one touch changes every text.
Rectangle {
    id: languages

    implicitWidth: 252
    implicitHeight: 96
    radius: 20
    color: "transparent"
    border { width: 2; color: "#E3B7C6" }
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Language")

    Row {
        anchors.fill: parent

        Repeater {
            model: ["fr", "en"]

            T.AbstractButton {
                id: choice

                required property string modelData
                readonly property bool current: Language.current === modelData

                width: languages.width / 2
                height: languages.height
                text: modelData.toUpperCase()
                hoverEnabled: false
                focusPolicy: Qt.StrongFocus
                onClicked: Language.current = modelData
                Accessible.role: Accessible.PageTab
                Accessible.name: Language.nameOf(modelData)
                Accessible.selected: current
                Accessible.selectable: true
                Accessible.onPressAction: clicked()

                background: Rectangle {
                    radius: languages.radius
                    color: choice.current ? "#FFFFFF" : choice.down ? "#33000000" : "transparent"
                    FocusRing { shown: choice.visualFocus; corner: languages.radius; border.color: "#FFFFFF" }
                }
                contentItem: KioskText {
                    px: 34
                    text: choice.text
                    color: choice.current ? Theme.velvet : "#FFFFFF"
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
