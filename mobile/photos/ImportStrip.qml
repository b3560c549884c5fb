// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// The import that runs on this device, above the photographs: how far, what is damaged, pause. Nothing without one.
T.AbstractButton {
    id: strip

    readonly property bool paused: Imports.phase === "paused"
    readonly property bool done: Imports.phase === "done"
    readonly property string what: Imports.phase === "scanning" ? qsTr("Looking for pictures")
        : done ? qsTr("%n photos taken", "", Imports.taken) : qsTr("%1 of %2").arg(Language.number(Imports.handled, 0)).arg(Language.number(Imports.total, 0))
    readonly property var facts: [Imports.damaged > 0 ? qsTr("%n damaged files listed", "", Imports.damaged) : "",
                                   paused ? (Imports.problem || qsTr("Paused")) : done ? "" : PhotoWords.left(Imports.secondsLeft)]
    readonly property string how: PhotoWords.joined(facts)

    visible: Imports.phase !== ""
    implicitHeight: visible ? words.height + 28 : 0
    hoverEnabled: false
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: Words.sentence([Imports.name, what, how])
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    onClicked: Nav.open("import")

    background: Rectangle {
        radius: Theme.radiusCard
        color: strip.down ? Theme.sunken : Theme.surface
        border { width: 1; color: Theme.line }
        FocusRing { shown: strip.visualFocus; corner: Theme.radiusCard }
    }
    contentItem: Item {
        AppIcon {
            x: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            iconName: strip.done ? "circle-check" : strip.paused ? "pause" : "refresh-cw"
            color: strip.done ? Theme.ok : strip.paused ? Theme.wait : Theme.info
            size: 24
        }
        Column {
            id: words

            anchors { left: parent.left; leftMargin: 56; right: button.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            spacing: 6
            AppText { width: parent.width; text: qsTr("%1 · %2").arg(Imports.name).arg(strip.what); strong: true; Accessible.ignored: true }
            ProgressLine {
                width: parent.width
                visible: !strip.done
                value: Imports.total > 0 ? Imports.handled / Imports.total : 0
                text: strip.what
                wordsShown: false
            }
            AppText { width: parent.width; visible: text !== ""; text: strip.how; token: Theme.meta; color: Theme.ink2; Accessible.ignored: true }
        }
        IconButton {
            id: button

            anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
            iconName: strip.done ? "x" : strip.paused ? "play" : "pause"
            text: strip.done ? qsTr("Close") : strip.paused ? qsTr("Go on") : qsTr("Pause")
            onClicked: {
                if (strip.done)
                    Imports.dismiss()
                else if (strip.paused)
                    Imports.resume()
                else
                    Imports.pause()
            }
        }
    }
}
