// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One of two versions: who, on which device, when, and the words that differ.
Card {
    id: card

    property bool kept: false
    property string author
    property bool mine: false
    property string device
    property var when: null
    property string value
    property string other
    signal taken()

    readonly property string signature: Signature.of(author, mine, device, when)

    Accessible.role: Accessible.Grouping
    Accessible.name: card.kept ? qsTr("Kept: %1").arg(signature) : signature
    chosen: kept
    outlined: !kept
    Row {
        width: parent.width
        spacing: Theme.space3
        Face { id: face; anchors.verticalCenter: parent.verticalCenter; name: card.author || (card.mine ? Session.displayName : ""); size: 44; visible: name !== "" }
        Column {
            width: parent.width - (face.visible ? face.width + parent.spacing : 0) - (badge.visible ? badge.width + parent.spacing : 0)
            anchors.verticalCenter: parent.verticalCenter
            AppText { width: parent.width; text: Signature.of(card.author, card.mine, card.device, null); strong: true; Accessible.ignored: true }
            AppText { width: parent.width; visible: card.when !== null; text: card.when ? Signature.moment(card.when) : ""; token: Theme.small; color: Theme.ink2; Accessible.ignored: true }
        }
        Rectangle {
            id: badge

            visible: card.kept
            width: word.implicitWidth + 20
            height: 32
            radius: 16
            color: Theme.ink
            AppText { id: word; anchors.centerIn: parent; text: qsTr("Kept"); token: Theme.label; color: Theme.canvas }
        }
    }
    WordDiff { width: parent.width; text: card.value !== "" ? card.value : qsTr("(empty)"); other: card.other }
    AppButton {
        width: parent.width
        visible: !card.kept
        kind: AppButton.Primary
        iconName: "rotate-ccw"
        text: qsTr("Take this one")
        onClicked: card.taken()
    }
}
