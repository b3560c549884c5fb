// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Somebody was picked by hand: why, and which way. Kept with the event.
Column {
    id: panel

    required property KioskView kiosk
    required property var person
    property string reason
    readonly property var reasons: [qsTr("Badge forgotten"), qsTr("Badge unreadable"), qsTr("Phone empty"), qsTr("No badge yet"), qsTr("Other reason")]
    signal back()

    spacing: 20

    PersonRow {
        width: parent.width
        person: panel.person
        enabled: false
    }
    KioskText {
        width: parent.width
        px: 38
        text: qsTr("Why without a badge?")
    }
    Flow {
        width: parent.width
        spacing: 16

        Repeater {
            model: panel.reasons

            AppButton {
                required property string modelData
                readonly property bool chosen: panel.reason === modelData

                text: modelData
                iconName: chosen ? "check" : ""
                kind: AppButton.Secondary
                Accessible.checkable: true
                Accessible.checked: chosen
                onClicked: {
                    panel.reason = modelData
                    panel.kiosk.touched()
                }
            }
        }
    }
    Row {
        width: parent.width
        spacing: 16

        AppButton {
            id: other
            text: qsTr("Somebody else")
            iconName: "arrow-left"
            onClicked: panel.back()
        }
        AppButton {
            width: Math.max(480, panel.width - other.width - 16)
            kind: AppButton.Primary
            enabled: panel.reason !== ""
            whyDisabled: qsTr("Choose a reason first.")
            iconName: panel.person.inside ? "log-out" : "log-in"
            text: panel.person.inside ? qsTr("Record the departure") : qsTr("Record the arrival")
            onClicked: panel.kiosk.choose(panel.person.id, "automatic", panel.reason)
        }
    }
}
