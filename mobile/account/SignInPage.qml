// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Sign in, or make an account. Needs the network once; what was typed stays when it fails.
Page {
    id: page

    property bool creating: false
    readonly property bool longEnough: password.text.length >= 15

    back: Settings.started
    pill: false
    maximumWidth: 440
    title: ""

    function send() {
        if (Session.busy)
            return
        if (creating)
            Session.signUp(login.text.trim(), password.text, name.text.trim())
        else
            Session.signIn(login.text.trim(), password.text)
    }

    Row {
        spacing: Theme.space3
        Logo { width: 56; height: 56; anchors.verticalCenter: parent.verticalCenter }
        AppText { text: "Foyer"; token: Theme.display; anchors.verticalCenter: parent.verticalCenter }
    }
    AppText {
        width: parent.width
        text: page.creating ? qsTr("Create your account") : qsTr("Sign in")
        token: Theme.title
        Accessible.role: Accessible.Heading
    }
    Banner {
        width: parent.width
        visible: Session.errorCode !== ""
        tone: Session.errorCode === "unreachable" ? "off" : "danger"
        sentence: Session.errorCode === "unreachable" ? qsTr("Signing in needs the network, once. What you typed is still here.")
                                                      : Session.errorText
    }
    Field {
        id: name

        width: parent.width
        visible: page.creating
        label: qsTr("Your name")
        maximumLength: 100
        help: qsTr("As your family or your shoot knows you.")
        onAccepted: login.forceActiveFocus()
    }
    Field {
        id: login

        width: parent.width
        label: page.creating ? qsTr("E-mail") : qsTr("E-mail or code")
        inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
        maximumLength: 100
        error: Session.errorField === "email" ? Session.errorText : ""
        onAccepted: password.forceActiveFocus()
    }
    Field {
        id: password

        width: parent.width
        label: qsTr("Password")
        password: true
        help: page.creating ? qsTr("At least 15 characters, a sentence works.") : ""
        error: Session.errorField === "password" ? Session.errorText : ""
        onAccepted: page.send()
    }
    AppButton {
        width: parent.width
        kind: AppButton.Primary
        text: page.creating ? qsTr("Create account") : qsTr("Sign in")
        loading: Session.busy
        loadingText: page.creating ? qsTr("Creating") : qsTr("Signing in")
        enabled: login.text !== "" && (page.creating ? page.longEnough && name.text.trim() !== "" : password.text !== "")
        onClicked: page.send()
    }
    AppButton {
        width: parent.width
        kind: AppButton.Quiet
        text: page.creating ? qsTr("I already have an account") : qsTr("Create an account")
        onClicked: page.creating = !page.creating
    }
    AppButton {
        width: parent.width
        visible: !Settings.started
        kind: AppButton.Quiet
        text: qsTr("Start without an account")
        onClicked: Settings.started = true
    }
    AppText {
        width: parent.width
        visible: !Settings.started
        text: qsTr("Everything stays on this device until you sign in. Nothing is lost then.")
        token: Theme.meta
        color: Theme.ink2
        horizontalAlignment: Text.AlignHCenter
    }
}
