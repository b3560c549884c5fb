// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Finding somebody without a badge: by code, or by name where that is allowed. Closes by itself.
Rectangle {
    id: page

    required property KioskView kiosk
    required property bool portrait
    property string typed
    property var rows: []
    property var chosen: null
    property bool asksPin: false
    readonly property int margin: portrait ? 40 : 32

    function search(text: string) {
        typed = text
        rows = kiosk.find(text)
    }
    function key(key: string) {
        search(key === "back" ? typed.slice(0, -1) : (typed + key).slice(0, 60))
    }

    color: Theme.canvas
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Search")

    Connections {
        target: page.kiosk
        function onUnlocked(right) {
            if (!right)
                return
            page.asksPin = false
            page.search(page.typed)
        }
    }
    MouseArea { anchors.fill: parent; onPressed: mouse => { page.kiosk.touched(); mouse.accepted = false } }

    Row {
        id: head

        x: page.margin
        y: page.portrait ? 40 : 24
        width: parent.width - 2 * page.margin
        spacing: 16

        AppButton {
            id: backButton
            iconName: "arrow-left"
            text: qsTr("Back")
            onClicked: page.kiosk.closeSearch()
        }
        KioskText {
            width: parent.width - backButton.width - 32 - (pinButton.visible ? pinButton.width + 16 : 0)
            anchors.verticalCenter: parent.verticalCenter
            px: page.portrait ? 44 : 40
            showy: true
            text: page.kiosk.namesAllowed ? qsTr("Search by name or code") : qsTr("Search by code")
            elide: Text.ElideRight
            maximumLineCount: 2
        }
        AppButton {
            id: pinButton
            visible: !page.kiosk.namesAllowed && !page.asksPin
            iconName: "key-round"
            text: qsTr("Supervisor")
            onClicked: page.asksPin = true
        }
    }

    Item {
        id: left

        x: page.margin
        y: head.y + head.height + 24
        width: page.portrait || page.chosen || page.asksPin ? parent.width - 2 * page.margin : 580
        height: parent.height - y - (page.portrait ? board.height + 64 : 24)

        SearchField {
            id: field

            visible: !page.chosen && !page.asksPin
            width: parent.width
            placeholder: page.kiosk.namesAllowed ? qsTr("Name or code") : qsTr("Code, for example FRF0042PAR")
            text: page.typed
            focus: true
            onSearched: text => page.search(text)
        }
        Column {
            visible: !page.chosen && !page.asksPin
            anchors { top: field.bottom; topMargin: 16; left: parent.left; right: parent.right }
            spacing: 12

            Repeater {
                model: page.rows

                PersonRow {
                    required property var modelData

                    width: parent.width
                    // qmllint disable unqualified
                    implicitHeight: page.portrait ? 120 : 96
                    person: modelData
                    onClicked: {
                        page.chosen = person
                        page.kiosk.touched()
                    }
                    // qmllint enable unqualified
                }
            }
            KioskText {
                visible: page.typed.length >= 2 && page.rows.length === 0
                width: parent.width
                topPadding: 24
                px: 34
                font.weight: Font.Normal
                color: Theme.ink2
                text: page.kiosk.namesAllowed ? qsTr("Nobody here is called that. Check the spelling, or see the coordinator.")
                                              : qsTr("No such code here. A supervisor may search by name.")
            }
        }
        Loader {
            width: parent.width
            active: page.chosen !== null
            sourceComponent: ReasonPanel {
                // qmllint disable unqualified
                kiosk: page.kiosk
                person: page.chosen
                onBack: page.chosen = null
                // qmllint enable unqualified
            }
        }
        PinPad {
            visible: page.asksPin && !page.chosen
            width: Math.min(parent.width, 620)
            anchors.horizontalCenter: parent.horizontalCenter
            kiosk: page.kiosk
        }
    }
    KeyBoard {
        id: board

        columns: page.portrait ? 9 : 6
        width: page.portrait ? parent.width - 2 * page.margin : parent.width - 580 - 3 * page.margin
        x: page.portrait ? page.margin : 580 + 2 * page.margin
        y: page.portrait ? parent.height - height - 40 : head.y + head.height + 24
        scale: page.portrait ? 1 : Math.min(1, (parent.height - y - 16) / height)
        transformOrigin: Item.TopRight
        enabled: !page.chosen && !page.asksPin
        visible: enabled
        onTyped: key => page.key(key)
    }
}
