// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// What the gate says. No motion: it is there at once. A tap anywhere sends it away.
Rectangle {
    id: page

    required property KioskView kiosk
    required property bool portrait
    readonly property var card: kiosk.card
    readonly property var look: Verdicts.of(card.group || "unknown")
    readonly property string word: card.group === "already" && card.direction === "out" ? qsTr("Already out") : look.word
    property bool deciding: false

    color: look.ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: word + ". " + VerdictWords.title(card) + ". " + VerdictWords.line(card)

    MouseArea {
        anchors.fill: parent
        enabled: !page.deciding
        onClicked: page.kiosk.dismiss()
    }

    VerdictTop {
        id: top

        kiosk: page.kiosk
        ink: page.look.text
        portrait: page.portrait
        x: page.portrait ? 64 : 48
        y: page.portrait ? 64 : 24
        width: parent.width - 2 * x
    }
    VerdictMark {
        id: mark

        group: page.card.group || "unknown"
        size: page.portrait ? 400 : 272
        x: page.portrait ? 64 : 52
        y: page.portrait ? 250 : Math.round((bar.y + 52) / 2 - size / 2 - 10)
    }
    Column {
        id: words

        x: page.portrait ? 64 : 373
        width: parent.width - x - (page.portrait ? 64 : 48)
        y: page.portrait ? mark.y + mark.height + 64 : Math.max(84, Math.round((bar.y + 88 - height) / 2))

        KioskText {
            width: parent.width
            px: page.portrait ? 168 : 148
            showy: true
            font.pixelSize: px
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 120
            color: page.look.text
            text: page.word
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        KioskText {
            id: name

            // One line if it fits, else two, in the largest size of the scale in which no word is cut.
            readonly property real lines: metrics.advanceWidth / words.width

            width: parent.width
            px: page.portrait ? (lines > 1.7 ? 88 : lines > 1 ? 108 : 120) : lines > 1.7 ? 72 : lines > 1 ? 84 : 108
            showy: true
            color: page.look.text
            text: VerdictWords.title(page.card)
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true

            TextMetrics {
                id: metrics
                font.family: "Inter Display"
                font.weight: Font.Bold
                font.letterSpacing: -2.1
                font.pixelSize: page.portrait ? 120 : 96
                text: VerdictWords.title(page.card)
            }
        }
        KioskText {
            width: parent.width
            topPadding: 8
            px: page.portrait ? 46 : 44
            color: page.look.text
            text: VerdictWords.line(page.card)
            maximumLineCount: 4
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    VerdictBar {
        id: bar

        kiosk: page.kiosk
        portrait: page.portrait
        width: parent.width
        height: page.portrait ? 400 : 220
        anchors.bottom: parent.bottom
        onDecide: {
            page.deciding = true
            page.kiosk.touched()
        }
    }
    Loader {
        anchors.fill: parent
        active: page.deciding && page.card.group === "attention"
        sourceComponent: DecidePanel {
            // qmllint disable unqualified
            kiosk: page.kiosk
            onClosed: page.deciding = false
            // qmllint enable unqualified
        }
    }
}
