// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui

// Letters and digits in the order everybody knows, each 96 px high. Searching folds accents, so none are needed.
Item {
    id: board

    property int columns: 9
    signal typed(string key)                    // a letter, a digit, " " or "back"
    readonly property real keyWidth: (width - (columns - 1) * 8) / columns

    implicitHeight: Math.ceil(36 / columns) * 104 + 104

    Grid {
        columns: board.columns
        spacing: 8

        Repeater {
            model: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".split("")

            AppButton {
                required property string modelData

                width: board.keyWidth
                leftPadding: 0
                rightPadding: 0
                text: modelData
                focusPolicy: Qt.NoFocus
                onClicked: board.typed(modelData)
            }
        }
    }
    Row {
        anchors.bottom: parent.bottom
        spacing: 8

        AppButton {
            width: (board.width - 8) * 0.62
            text: qsTr("Space", "key")
            focusPolicy: Qt.NoFocus
            onClicked: board.typed(" ")
        }
        AppButton {
            width: (board.width - 8) * 0.38
            iconName: "delete"
            Accessible.name: qsTr("Delete", "key")
            focusPolicy: Qt.NoFocus
            onClicked: board.typed("back")
        }
    }
}
