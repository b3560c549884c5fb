// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The window: signing in, or the app.
Window {
    id: window

    visible: true
    width: 390
    height: 844
    minimumWidth: 320
    minimumHeight: 480
    title: "Foyer"
    color: Theme.canvas

    Binding { target: Theme; property: "scheme"; value: Settings.scheme }
    Binding { target: Theme; property: "highContrast"; value: Settings.highContrast }
    Binding { target: Theme; property: "reducedMotion"; value: Settings.reducedMotion }
    Binding { target: Language; property: "current"; value: Settings.language; when: Settings.language !== "" }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: Session.signedIn || Settings.started ? shell : signIn
    }
    Component { id: shell; Shell {} }
    Component { id: signIn; SignInPage {} }
}
