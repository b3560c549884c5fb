// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Mobile
import Foyer.Ui

// A photograph in a grid: square corners, its mark top right, rating bottom left, RAW+J bottom right.
T.AbstractButton {
    id: tile

    property string scope
    property var photo: ({})        // {recordId, title, mark, rating, pick, pair, taken, selected}
    property bool selecting: false
    property bool current: false    // where the keys are
    readonly property bool chosen: photo.selected === true
    signal held()

    hoverEnabled: false
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: Words.sentence([photo.title || qsTr("Photo"), PhotoWords.shot(photo.taken || ""), PhotoWords.stars(photo.rating || 0),
                                     PhotoWords.pick(photo.pick || ""), photo.pair || "", SyncWords.markWord(photo.mark || "")])
    Accessible.selectable: true
    Accessible.selected: chosen
    Accessible.onPressAction: clicked()
    onPressAndHold: held()

    contentItem: Item {
        Rectangle {
            anchors.fill: parent
            color: Theme.sunken
        }
        Image {
            anchors { fill: parent; margins: tile.chosen ? 10 : 0 }
            source: tile.photo.recordId ? "image://photo/" + tile.scope + "/" + tile.photo.recordId : ""
            fillMode: Image.PreserveAspectCrop
            opacity: tile.down ? 0.8 : tile.photo.pick === "reject" ? 0.45 : 1
        }
        Rectangle {
            anchors { left: parent.left; bottom: parent.bottom; margins: 6 }
            visible: (tile.photo.rating || 0) > 0 || tile.photo.pick === "pick" || tile.photo.pick === "reject"
            width: facts.width + 14
            height: facts.height + 8
            radius: height / 2
            color: Theme.plate
            Row {
                id: facts

                anchors.centerIn: parent
                spacing: 4
                AppIcon { anchors.verticalCenter: parent.verticalCenter; visible: (tile.photo.rating || 0) > 0; iconName: "star-filled"; color: Theme.bulb; size: 14 }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: (tile.photo.rating || 0) > 0
                    text: tile.photo.rating || ""
                    token: Theme.small
                    strong: true
                    color: Theme.plateInk
                    Accessible.ignored: true
                }
                AppIcon { anchors.verticalCenter: parent.verticalCenter; visible: tile.photo.pick === "pick"; iconName: "check"; color: Theme.plateInk; size: 16 }
                AppIcon { anchors.verticalCenter: parent.verticalCenter; visible: tile.photo.pick === "reject"; iconName: "x"; color: Theme.plateInk; size: 16 }
            }
        }
        Rectangle {
            anchors { right: parent.right; bottom: parent.bottom; margins: 6 }
            visible: (tile.photo.pair || "") !== "" && tile.width >= 100 * Theme.textScale
            width: pair.width + 14
            height: pair.height + 6
            radius: 6
            color: Theme.plate
            AppText { id: pair; anchors.centerIn: parent; text: tile.photo.pair || ""; token: Theme.small; strong: true; color: Theme.plateInk; Accessible.ignored: true }
        }
        StateMark {
            anchors { right: parent.right; top: parent.top; margins: 6 }
            disc: true
            syncState: tile.photo.mark || ""
            Accessible.ignored: true
        }
        Rectangle {
            anchors { left: parent.left; top: parent.top; margins: 6 }
            visible: tile.selecting
            width: 26
            height: 26
            radius: 13
            color: tile.chosen ? Theme.accent : Theme.surface
            border { width: 2; color: tile.chosen ? Theme.accentEdge : Theme.edge }
            AppIcon { anchors.centerIn: parent; visible: tile.chosen; iconName: "check"; color: Theme.accentLabel; size: 18 }
        }
        Rectangle {
            anchors.fill: parent
            visible: tile.current
            color: "transparent"
            border { width: 3; color: Theme.ink }
            Rectangle { anchors { fill: parent; margins: 3 } color: "transparent"; border { width: 2; color: Theme.surface } }
        }
    }
}
