// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Ui

// A field whose value is chosen elsewhere: looks like a field, opens a sheet.
T.AbstractButton {
    id: row

    property string label
    property string value
    property string flag
    property string placeholder: qsTr("Choose")
    property string help
    property string error
    property string status
    signal statusTapped()

    implicitWidth: 240
    implicitHeight: column.implicitHeight
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: label + ", " + (value || placeholder)
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    contentItem: Column {
        id: column

        spacing: 0
        FieldFrame {
            id: frame

            width: parent.width
            label: row.label
            help: row.help
            error: row.error
            status: row.status
            active: row.visualFocus
            boxHeight: Math.max(Theme.control, words.implicitHeight + 20)
            onStatusTapped: row.statusTapped()
            Row {
                anchors { left: parent.left; leftMargin: 14; right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
                spacing: 10
                AppText {
                    id: flagText

                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.flag !== ""
                    text: row.flag
                    token: Theme.head
                    Accessible.ignored: true
                }
                AppText {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - (flagText.visible ? flagText.width + 10 : 0) - chevron.width - 10
                    text: row.value || row.placeholder
                    token: Theme.field
                    color: row.value ? Theme.ink : Theme.ink3
                    Accessible.ignored: true
                }
                AppIcon { id: chevron; anchors.verticalCenter: parent.verticalCenter; iconName: "chevron-down"; color: Theme.ink2; size: 22 }
            }
        }
    }
}
