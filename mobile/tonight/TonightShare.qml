// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Votes from tablet to tablet where there is no network at all: one shows a code, the other reads it.
Column {
    id: share

    property TonightRound round: null
    readonly property string code: round ? round.code : ""

    spacing: Theme.space3

    SectionTitle { text: qsTr("Other tablets") }
    AppText {
        width: parent.width
        text: qsTr("Tablets on the same network hear each other by themselves. Without one, they read this code: it holds every vote that this tablet knows.")
        color: Theme.ink2
    }
    Flow {
        width: parent.width
        spacing: Theme.space2
        AppButton { iconName: "qr-code"; text: qsTr("Show the votes"); enabled: share.code !== ""; whyDisabled: qsTr("Nobody has voted yet."); onClicked: shown.open() }
        AppButton { iconName: "scan"; text: qsTr("Read votes"); onClicked: typed.open() }
    }
    Sheet {
        id: shown

        title: qsTr("Votes of this tablet")
        Image {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(320, parent.width)
            height: width
            sourceSize { width: 960; height: 960 }
            source: share.code ? "image://qr/" + encodeURIComponent(share.code) : ""
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Votes as a code to scan")
        }
        AppText {
            width: parent.width
            text: qsTr("Any tablet of the family can read it, in any order and as often as you like.")
            token: Theme.meta
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }
    }
    NameDialog {
        id: typed

        title: qsTr("Read votes")
        sentence: qsTr("What a scanner has read from the other tablet's code.")
        label: qsTr("Code")
        confirmText: qsTr("Count them")
        maximumLength: 4000
        onNamed: text => share.round.take(text)
    }
}
