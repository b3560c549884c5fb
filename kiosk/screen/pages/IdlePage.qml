// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Waiting for a badge: the time, where we are, and what to do.
Item {
    id: page

    required property KioskView kiosk
    required property bool portrait
    readonly property string dayLine: {
        const day = SiteDates.say(kiosk.day, qsTr("dddd d MMMM", "date of the kiosk clock"))
        return kiosk.dayNumber > 0 ? day + " · " + qsTr("Day %1").arg(kiosk.dayNumber) : day
    }
    readonly property string placeLine: kiosk.gate && kiosk.place ? kiosk.gate + " · " + kiosk.place : kiosk.gate || kiosk.place

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Check-in")

    Rectangle {
        id: velvet

        width: page.portrait ? parent.width : 560
        height: page.portrait ? Math.round(parent.height * 0.396) : parent.height
        color: Theme.velvet

        Row {
            x: page.portrait ? 64 : 48
            y: page.portrait ? 64 : 44
            spacing: 24
            Logo { anchors.verticalCenter: parent.verticalCenter; size: page.portrait ? 56 : 48; overVelvet: true }
            KioskText {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, page.portrait ? 560 : 390)
                px: page.portrait ? 38 : 34
                font.weight: Font.Bold
                color: "#FFFFFF"
                text: page.kiosk.project || "Foyer"
                elide: Text.ElideRight
                maximumLineCount: 2
            }
        }
        LanguageSwitch {
            anchors { right: parent.right; rightMargin: page.portrait ? 64 : 48 }
            y: page.portrait ? 46 : velvet.height - height - 44
        }
        Digits {
            anchors.horizontalCenter: parent.horizontalCenter
            y: page.portrait ? velvet.height * 0.24 : velvet.height * 0.2
            text: page.kiosk.clock
            token: Theme.kioskClock
            pixelSize: page.portrait ? 300 : 176
            color: "#FFFFFF"
        }
        Column {
            width: parent.width - 96
            anchors.horizontalCenter: parent.horizontalCenter
            y: page.portrait ? velvet.height * 0.695 : velvet.height * 0.47
            spacing: 14

            KioskText {
                width: parent.width
                px: page.portrait ? 44 : 36
                font.weight: Font.Medium
                color: "#FFFFFF"
                text: page.dayLine
                horizontalAlignment: Text.AlignHCenter
            }
            KioskText {
                width: parent.width
                px: page.portrait ? 36 : 30
                font.weight: Font.Normal
                color: "#F3DCE4"
                text: page.placeLine
                horizontalAlignment: Text.AlignHCenter
            }
        }
        Row {
            id: rim

            readonly property int bulbs: page.portrait ? 30 : 15

            anchors { bottom: parent.bottom; bottomMargin: page.portrait ? 34 : 196; horizontalCenter: parent.horizontalCenter }
            spacing: (parent.width - 96 - bulbs * 14) / (bulbs - 1)
            Repeater {
                model: rim.bulbs
                Rectangle { width: 14; height: 14; radius: 7; color: Theme.bulb }
            }
        }
    }

    ScanInvitation {
        kiosk: page.kiosk
        unit: page.portrait ? 1 : 0.64
        x: page.portrait ? 64 : velvet.width + 40
        y: page.portrait ? velvet.height + (searchButton.y - velvet.height - height) / 2 : (searchButton.y - height) / 2 + 8
        width: page.portrait ? parent.width - 128 : parent.width - velvet.width - 80
    }
    AppButton {
        id: searchButton

        x: page.portrait ? 64 : velvet.width + 40
        y: bar.y - height - (page.portrait ? 64 : 32)
        width: page.portrait ? parent.width - 128 : parent.width - velvet.width - 80
        height: page.portrait ? 120 : 96
        iconName: "search"
        text: page.kiosk.namesAllowed ? qsTr("Search my name") : qsTr("Enter my code")
        onClicked: page.kiosk.openSearch()
    }
    StateBar {
        id: bar

        kiosk: page.kiosk
        px: page.portrait ? 34 : 25
        x: page.portrait ? 0 : velvet.width
        width: parent.width - x
        height: page.portrait ? 168 : 120
        anchors.bottom: parent.bottom
    }
}
