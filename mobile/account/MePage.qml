// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The person: name, language, appearance, signing out.
Page {
    id: page

    readonly property var languages: Language.available
    readonly property var schemes: ["system", "light", "dark"]

    title: qsTr("Me")

    Card {
        width: parent.width
        Row {
            width: parent.width
            spacing: Theme.space4
            Item {
                id: face

                anchors.verticalCenter: parent.verticalCenter
                width: 64
                height: 64
                Face { visible: Session.signedIn; size: 64; name: Session.displayName; personId: Session.account }
                Rectangle {
                    anchors.fill: parent
                    visible: !Session.signedIn
                    radius: 32
                    color: Theme.sunken
                    AppIcon { anchors.centerIn: parent; iconName: "user-round"; size: 32; color: Theme.ink2 }
                }
            }
            Column {
                width: parent.width - face.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                AppText { width: parent.width; text: Session.signedIn ? Session.displayName : qsTr("On this device only"); token: Theme.head }
                AppText {
                    width: parent.width
                    text: Session.signedIn ? Session.email : qsTr("Sign in to have everything on your other devices too.")
                    token: Theme.meta
                    color: Theme.ink2
                }
            }
        }
    }
    Card {
        width: parent.width
        padding: 0
        ListRow {
            width: parent.width
            iconName: "images"
            title: qsTr("Import photos")
            meta: qsTr("From folders, cards and files, also without a network")
            chevron: true
            onClicked: Nav.open("import")
        }
        ListRow {
            width: parent.width
            iconName: "drama"
            title: qsTr("Talent profiles")
            meta: qsTr("What casting people see of you, and of children you keep a profile for")
            chevron: true
            onClicked: Nav.open("talents")
        }
        ListRow {
            width: parent.width
            iconName: "refresh-cw"
            title: qsTr("Sync")
            meta: SyncWords.sentence
            chevron: true
            onClicked: Nav.open("sync")
        }
        ListRow {
            width: parent.width
            iconName: "hand"
            title: qsTr("Needs attention")
            meta: Sync.held > 0 ? qsTr("%n changes wait for you", "", Sync.held) : qsTr("Nothing to fix")
            chevron: true
            onClicked: Nav.open("attention")
        }
        ListRow {
            width: parent.width
            iconName: "trash-2"
            title: qsTr("Trash")
            meta: qsTr("What is deleted stays here for 30 days.")
            separator: false
            chevron: true
            onClicked: Nav.open("trash")
        }
    }
    AppButton {
        width: parent.width
        visible: !Session.signedIn
        kind: AppButton.Primary
        iconName: "log-in"
        text: qsTr("Sign in")
        onClicked: Nav.open("signIn")
    }
    AppButton {
        width: parent.width
        visible: Session.signedIn
        kind: AppButton.Secondary
        iconName: "log-out"
        text: qsTr("Sign out")
        onClicked: confirm.open()
    }

    aside: [
        SectionTitle { text: qsTr("Language") },
        Segment {
            width: parent.width
            name: qsTr("Language")
            options: page.languages.map(code => Language.nameOf(code))
            currentIndex: page.languages.indexOf(Language.current)
            onActivated: index => Settings.language = page.languages[index]
        },
        SectionTitle { text: qsTr("Appearance") },
        Segment {
            width: parent.width
            name: qsTr("Appearance")
            options: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
            currentIndex: page.schemes.indexOf(Settings.scheme)
            onActivated: index => Settings.scheme = page.schemes[index]
        },
        Card {
            width: parent.width
            Row {
                width: parent.width
                AppText { width: parent.width - contrast.width; text: qsTr("High contrast"); anchors.verticalCenter: contrast.verticalCenter }
                AppSwitch {
                    id: contrast

                    checked: Settings.highContrast
                    Accessible.name: qsTr("High contrast")
                    onToggled: Settings.highContrast = checked
                }
            }
        }
    ]

    AppDialog {
        id: confirm

        title: qsTr("Sign out?")
        sentence: Sync.waiting > 0
            ? qsTr("%n changes are not sent yet. They stay on this device and go out when you sign in again.", "", Sync.waiting)
            : qsTr("Everything is on the server. You can sign in again at any time.")
        confirmText: qsTr("Sign out")
        onConfirmed: Session.signOut()
    }
}
