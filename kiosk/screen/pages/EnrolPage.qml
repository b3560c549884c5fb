// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Making this device a kiosk of one shoot: by the code on the coordinator's screen, or typed. Needs the network once.
Rectangle {
    id: page

    required property KioskView kiosk
    readonly property var reasons: ({
        "unreachable": qsTr("The server can't be reached. Check the address and the network."),
        "timeout": qsTr("The server does not answer. Try again."),
        "gone": qsTr("This token is used up or too old. Ask for a new one."),
        "notFound": qsTr("This token is not known. Check each character."),
        "unauthenticated": qsTr("This token is not known. Check each character."),
        "wrongCredentials": qsTr("This token is not known. Check each character."),
        "forbidden": qsTr("This token may not enrol a kiosk."),
        "lockedOut": qsTr("Too many tries. Wait some minutes."),
        "rateLimited": qsTr("Too many tries. Wait some minutes."),
        "unsupported": qsTr("This address is not allowed: it must begin with https.")
    })

    readonly property bool low: height < 1000
    readonly property string refusal: kiosk.enrolCode === "" ? "" : reasons[kiosk.enrolCode] || qsTr("The server refused. Ask for a new token.")

    color: Theme.canvas
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Enrolment")

    Rectangle {
        id: velvet

        width: parent.width
        height: page.low ? 132 : 200
        color: Theme.velvet

        Logo { x: 64; anchors.verticalCenter: parent.verticalCenter; size: 72; overVelvet: true }
        KioskText {
            x: 168
            anchors.verticalCenter: parent.verticalCenter
            px: 52
            showy: true
            color: "#FFFFFF"
            text: qsTr("A new kiosk")
        }
        LanguageSwitch { anchors { right: parent.right; rightMargin: 64; verticalCenter: parent.verticalCenter } }
    }
    Column {
        anchors { top: velvet.bottom; topMargin: page.low ? 28 : 48; horizontalCenter: parent.horizontalCenter }
        width: Math.min(parent.width - 128, 900)
        spacing: page.low ? 18 : 28

        KioskText {
            width: parent.width
            px: page.low ? 28 : 36
            font.weight: Font.Normal
            color: Theme.ink2
            text: qsTr("Show the enrolment code to the camera, or type what the coordinator gave you. This needs the network, once.")
        }
        Field {
            id: server
            width: parent.width
            label: qsTr("Server")
            placeholder: "https://foyer.example.org"
            text: page.kiosk.server
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            onAccepted: token.forceActiveFocus()
        }
        Field {
            id: token
            width: parent.width
            label: qsTr("Enrolment token")
            monospace: true
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onAccepted: go.clicked()
        }
        Row {
            width: parent.width
            visible: page.refusal !== ""
            spacing: 16
            AppIcon { iconName: "circle-alert"; color: Theme.danger; size: 40 }
            KioskText { width: parent.width - 56; px: page.low ? 28 : 34; color: Theme.danger; text: page.refusal }
        }
        AppButton {
            id: go
            width: parent.width
            kind: AppButton.Primary
            iconName: "key-round"
            text: qsTr("Enrol this kiosk")
            loading: page.kiosk.enrolling
            loadingText: qsTr("Enrolling")
            enabled: !loading && server.text !== "" && token.text !== ""
            onClicked: page.kiosk.enrol(server.text, token.text)
        }
    }
}
