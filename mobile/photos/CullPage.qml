// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One photograph after the other, to keep, reject or rate. Keys: P, X, 0 to 5, U, arrows, space; swipes: up keeps,
// down rejects, sideways goes on. Every mark is kept at once and can be taken back.
FocusScope {
    id: page

    property string scope: Session.personScope
    property var filter: ({})
    property var ids: []            // only these, in this order of choice; empty: all that the filter shows
    property int place: 0
    readonly property int count: ids.length > 0 ? ids.length : photos.count
    readonly property string recordId: ids.length > 0 ? ids[place] || "" : place < photos.count ? photos.idAt(place) : ""
    readonly property var photo: form.values

    function go(by: int) { place = Math.max(0, Math.min(count - 1, place + by)) }
    function mark(pick: string) {
        const again = photo.pick === pick
        form.edit("pick", again ? "none" : pick)
        if (!again)
            go(1)
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Cull")
    Keys.onEscapePressed: Nav.back()
    Keys.onBackPressed: Nav.back()
    Keys.onPressed: event => {
        event.accepted = true
        if (event.key === Qt.Key_Right || event.key === Qt.Key_Space)
            go(1)
        else if (event.key === Qt.Key_Left)
            go(-1)
        else if (event.key >= Qt.Key_0 && event.key <= Qt.Key_5)
            form.edit("rating", event.key - Qt.Key_0)
        else if (event.key === Qt.Key_P)
            mark("pick")
        else if (event.key === Qt.Key_X)
            mark("reject")
        else if (event.key === Qt.Key_U)
            form.edit("pick", "none")
        else
            event.accepted = false
    }

    PhotoGrid { id: photos; scope: page.scope; filter: page.filter }
    RecordForm { id: form; collection: "photos"; scope: page.scope; recordId: page.recordId }

    Rectangle { anchors.fill: parent; color: Theme.darkroom }
    PhotoView {
        id: view

        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: tools.top }
        scope: page.scope
        recordId: page.recordId
        name: Words.sentence([page.photo.title || PhotoWords.shot(page.photo.taken_at || ""), PhotoWords.stars(page.photo.rating || 0), PhotoWords.pick(page.photo.pick || "")])
        focus: true
        opacity: page.photo.pick === "reject" ? 0.5 : 1
        DragHandler {
            target: null
            onActiveChanged: {
                const x = activeTranslation.x
                const y = activeTranslation.y
                if (active || Math.max(Math.abs(x), Math.abs(y)) < 60)
                    return
                if (Math.abs(x) > Math.abs(y))
                    page.go(x < 0 ? 1 : -1)
                else
                    page.mark(y < 0 ? "pick" : "reject")
            }
        }
    }
    Item {
        id: head

        width: parent.width
        height: Math.max(56, words.implicitHeight + 16)
        IconButton { id: back; x: 6; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow-left"; color: Theme.plateInk; text: qsTr("Back"); onClicked: Nav.back() }
        AppText {
            id: words

            anchors { left: back.right; right: parent.right; rightMargin: Theme.marginText; leftMargin: 8; verticalCenter: parent.verticalCenter }
            text: page.count === 0 ? qsTr("Nothing to cull") : [qsTr("%1 of %2").arg(Language.number(page.place + 1, 0)).arg(Language.number(page.count, 0)), PhotoWords.pick(page.photo.pick || "")].filter(part => part).join(" · ")
            strong: true
            color: Theme.plateInk
        }
    }
    Column {
        id: tools

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space3 }
        spacing: Theme.space3
        visible: page.count > 0
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: page.width < 380 ? 0 : 4
            IconButton { iconName: "chevron-left"; color: Theme.plateInk; text: qsTr("Previous photo"); onClicked: page.go(-1) }
            Repeater {
                model: 5
                IconButton {
                    required property int index

                    iconName: (page.photo.rating || 0) > index ? "star-filled" : "star"
                    color: (page.photo.rating || 0) > index ? Theme.bulb : Theme.plateInk
                    text: qsTr("%n stars", "", index + 1)
                    onClicked: form.edit("rating", page.photo.rating === index + 1 ? 0 : index + 1)
                }
            }
            IconButton { iconName: "chevron-right"; color: Theme.plateInk; text: qsTr("Next photo"); onClicked: page.go(1) }
        }
        Flow {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, reject.implicitWidth + keep.implicitWidth + spacing)
            spacing: Theme.space3
            AppButton { id: reject; kind: AppButton.InverseOutline; inverseInk: Theme.plate; iconName: "x"; text: qsTr("Reject"); onClicked: page.mark("reject") }
            AppButton { id: keep; kind: AppButton.Inverse; inverseInk: Theme.plate; iconName: "check"; text: qsTr("Pick"); onClicked: page.mark("pick") }
        }
    }
}
