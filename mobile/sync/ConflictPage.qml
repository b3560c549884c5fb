// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Two versions of one value, one card after the other. The kept one has the ink edge; one tap takes the other.
Page {
    id: page

    property string recordId
    property int at: 0
    readonly property var shown: conflicts.count > 0 ? conflicts.get(Math.min(at, conflicts.count - 1)) : null
    readonly property bool isText: shown !== null && shown.kind === "value"

    title: qsTr("Two versions")
    pill: false
    headerContent: AppText {
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        visible: conflicts.count > 1
        text: qsTr("%1 of %2").arg(Math.min(page.at, conflicts.count - 1) + 1).arg(conflicts.count)
        token: Theme.label
        color: Theme.ink2
    }

    function settled(sentence: string, undo: var) {
        Undo.offer(sentence, undo)
        if (conflicts.count <= 1)
            Nav.back()
    }

    ConflictModel { id: conflicts; recordId: page.recordId }

    EmptyState {
        width: parent.width
        visible: conflicts.count === 0
        iconName: "circle-check"
        title: qsTr("One version of everything")
        sentence: qsTr("When two people write at the same time, both versions wait here.")
    }
    Row {
        width: parent.width
        visible: page.shown !== null
        spacing: Theme.space4
        Poster {
            id: poster

            width: 84
            visible: page.shown !== null && page.shown.titleId !== ""
            titleId: page.shown ? page.shown.titleId : ""
            title: page.shown ? page.shown.recordTitle : ""
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (poster.visible ? poster.width + parent.spacing : 0)
            AppText { width: parent.width; text: page.shown ? page.shown.recordTitle : ""; token: Theme.title; Accessible.role: Accessible.Heading }
            AppText { width: parent.width; text: page.shown ? (TalentWords.label(page.shown.field) || FieldWords.name(page.shown.field)) : ""; color: Theme.ink2 }
        }
    }
    Banner {
        width: parent.width
        visible: page.shown !== null
        tone: "fork"
        sentence: !page.shown ? "" : page.shown.kind === "value" ? qsTr("Written on two devices that could not see each other. The newer one is kept, the other one stays here.")
                : page.shown.kind === "kept" ? qsTr("One device deleted this while another one edited it. It is still here.")
                                             : qsTr("This was deleted while another device edited it. The edit brought it back.")
    }
    VersionCard {
        width: parent.width
        visible: page.isText
        kept: true
        author: page.shown ? page.shown.keptBy : ""
        mine: page.shown !== null && page.shown.keptMine
        device: page.shown ? page.shown.keptDevice : ""
        when: page.shown ? page.shown.keptAt : null
        value: page.shown ? (TalentWords.spoken(page.shown.field, page.shown.kept) || FieldWords.value(page.shown.field, page.shown.kept)) : ""
        other: page.shown ? (TalentWords.spoken(page.shown.field, page.shown.lost) || FieldWords.value(page.shown.field, page.shown.lost)) : ""
    }
    VersionCard {
        width: parent.width
        visible: page.isText
        author: page.shown ? page.shown.lostBy : ""
        mine: page.shown !== null && page.shown.lostMine
        device: page.shown ? page.shown.lostDevice : ""
        when: page.shown ? page.shown.lostAt : null
        value: page.shown ? (TalentWords.spoken(page.shown.field, page.shown.lost) || FieldWords.value(page.shown.field, page.shown.lost)) : ""
        other: page.shown ? (TalentWords.spoken(page.shown.field, page.shown.kept) || FieldWords.value(page.shown.field, page.shown.kept)) : ""
        onTaken: {
            const id = page.shown.conflictId
            conflicts.take(id)
            page.settled(qsTr("The other version is taken"), () => conflicts.putBack(id))
        }
    }
    dock: Row {
        visible: page.shown !== null
        width: parent.width
        padding: Theme.space4
        spacing: Theme.space3
        AppButton {
            width: (parent.width - 2 * parent.padding - parent.spacing) / 2
            visible: page.shown !== null && page.shown.combinable
            text: qsTr("Keep both")
            onClicked: {
                conflicts.keepBoth(page.shown.conflictId)
                page.settled(qsTr("Both texts are kept"), null)
            }
        }
        AppButton {
            width: (parent.width - 2 * parent.padding - parent.spacing) / 2
            text: qsTr("It is fine so")
            onClicked: {
                conflicts.dismiss(page.shown.conflictId)
                page.settled(qsTr("Left as it is"), null)
            }
        }
    }
}
