// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// One photograph, then what is known and said of it. Arrows and swipes go to its neighbours in the grid it was
// opened from; 0 to 5 rate, P and X mark.
FocusScope {
    id: page

    property string scope: Session.personScope
    property PhotoGrid grid: null
    property int place: -1
    property string recordId: grid ? grid.idAt(place) : ""
    readonly property bool wide: width >= 840
    readonly property var photo: form.values
    readonly property string name: photo.title || (photo.taken_at ? PhotoWords.shot(photo.taken_at) : qsTr("Photo"))

    function status(field: string): string { return { "wait": "pending", "held": "held", "fork": "conflict" }[form.marks[field] || ""] || "" }
    function go(by: int) {
        const at = grid ? grid.indexOf(recordId) : -1
        if (at < 0 || at + by < 0 || at + by >= grid.count)
            return
        place = at + by
        recordId = grid.idAt(place)
    }
    function remove() {
        const scope = page.scope
        const id = recordId
        const next = grid ? grid.idAt(grid.indexOf(id) + 1) || grid.idAt(grid.indexOf(id) - 1) : ""
        const number = Batch.remove("photos", scope, [id])
        Undo.offer(qsTr("Photo deleted. Recoverable for 30 days."), () => Batch.undo(number))
        if (next === "")
            Nav.back()
        else
            recordId = next
    }

    Accessible.role: Accessible.Pane
    Accessible.name: name
    Keys.onEscapePressed: Nav.back()
    Keys.onBackPressed: Nav.back()
    Keys.onPressed: event => {
        event.accepted = true
        if (event.key === Qt.Key_Right)
            go(1)
        else if (event.key === Qt.Key_Left)
            go(-1)
        else if (event.key >= Qt.Key_0 && event.key <= Qt.Key_5)
            form.edit("rating", event.key - Qt.Key_0)
        else if (event.key === Qt.Key_P)
            form.edit("pick", photo.pick === "pick" ? "none" : "pick")
        else if (event.key === Qt.Key_X)
            form.edit("pick", photo.pick === "reject" ? "none" : "reject")
        else
            event.accepted = false
    }

    RecordForm { id: form; collection: "photos"; scope: page.scope; recordId: page.recordId; shows: ["title", "description", "tags", "rating"] }

    Rectangle { anchors.fill: parent; color: page.wide ? Theme.darkroom : Theme.canvas }
    PhotoView {
        id: view

        width: page.wide ? parent.width - 420 : parent.width
        height: page.wide ? parent.height : Math.round(Math.min(parent.height * 0.5, parent.width))
        scope: page.scope
        recordId: page.recordId
        name: page.name
        focus: true
        DragHandler {
            id: swipe

            target: null
            yAxis.enabled: false
            onActiveChanged: {
                if (!active && Math.abs(activeTranslation.x) > 60)
                    page.go(activeTranslation.x < 0 ? 1 : -1)
            }
        }
        Row {
            x: 6
            y: 6
            Rectangle {
                width: Theme.target
                height: Theme.target
                radius: width / 2
                color: Theme.plate
                IconButton { iconName: "arrow-left"; color: Theme.plateInk; text: qsTr("Back"); onClicked: Nav.back() }
            }
        }
        Row {
            anchors { right: parent.right; bottom: parent.bottom; margins: 6 }
            spacing: 6
            visible: page.grid !== null && page.grid.count > 1
            Repeater {
                model: [{ icon: "chevron-left", by: -1, text: qsTr("Previous photo") }, { icon: "chevron-right", by: 1, text: qsTr("Next photo") }]
                Rectangle {
                    required property var modelData

                    width: Theme.target
                    height: Theme.target
                    radius: width / 2
                    color: Theme.plate
                    IconButton { iconName: parent.modelData.icon; color: Theme.plateInk; text: parent.modelData.text; onClicked: page.go(parent.modelData.by) }
                }
            }
        }
    }
    Rectangle {
        anchors { left: page.wide ? view.right : parent.left; top: page.wide ? parent.top : view.bottom; right: parent.right; bottom: parent.bottom }
        color: Theme.canvas
        Flickable {
            anchors.fill: parent
            contentHeight: facts.height + 2 * Theme.space5
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            C.ScrollBar.vertical: C.ScrollBar { policy: C.ScrollBar.AsNeeded }
            PhotoFacts {
                id: facts

                x: Math.max(Theme.marginCard, (parent.width - width) / 2)
                y: Theme.space5
                width: Math.min(Theme.readingWidth, parent.width - 2 * Theme.marginCard)
                scope: page.scope
                form: form
                onDeleteWanted: page.remove()
            }
        }
    }
}
