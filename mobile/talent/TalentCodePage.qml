// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// A talent's own code, to be scanned: a ticket on a dark ground. It stays the same when the final code arrives.
FocusScope {
    id: page

    property string scope: Session.personScope
    readonly property var record: profile.values
    property string talentId
    readonly property color ground: "#2A0A17"
    readonly property string name: TalentWords.name(profile.values)
    readonly property string code: page.record.code || Talent.provisionalCode(talentId)
    readonly property bool provisional: (page.record.code || "") === ""
    readonly property string trades: (page.record.talent_types || []).map(one => Reference.name("talent_types", one, Language.current)).join(" · ")

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("My code")
    Keys.onBackPressed: Nav.back()
    Keys.onEscapePressed: Nav.back()

    RecordForm { id: profile; collection: "talent_profiles"; scope: page.scope; recordId: page.talentId }

    Rectangle { anchors.fill: parent; color: page.ground }
    PageHeader {
        id: header

        width: parent.width
        title: qsTr("My code")
        back: true
        closeIcon: "x"
        ink: "#FFFFFF"
        onBackTapped: Nav.back()
    }
    Flickable {
        anchors { top: header.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        contentHeight: column.y + column.implicitHeight + Theme.space6
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Column {
            id: column

            x: (parent.width - width) / 2
            y: Theme.space3
            width: Math.min(420, page.width - 2 * Theme.space6)
            spacing: Theme.space5
            Ticket {
                width: parent.width
                ground: page.ground
                lowerColor: "#FFFFFF"
                upper: Item {
                    width: parent ? parent.width : 0
                    implicitHeight: Math.max(names.implicitHeight, face.visible ? face.height : 0)
                    Column {
                        id: names

                        anchors { left: parent.left; right: face.visible ? face.left : parent.right; rightMargin: face.visible ? Theme.space3 : 0 }
                        spacing: 4
                        AppText { width: parent.width; text: page.name; token: Theme.textScale > 1.5 ? Theme.head : Theme.title; color: "#FFFFFF"; Accessible.role: Accessible.Heading }
                        AppText { width: parent.width; visible: text !== ""; text: page.trades; color: "#FFFFFF" }
                    }
                    Face { id: face; anchors.right: parent.right; visible: Theme.textScale <= 1.5; size: 52; name: page.name; personId: page.talentId }
                }
                lower: Column {
                    width: parent ? parent.width : 0
                    spacing: Theme.space3
                    Image {
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Math.min(parent.width, 300)
                        height: width
                        source: page.talentId === "" ? "" : "image://qr/" + encodeURIComponent(Talent.codeText(page.scope, page.talentId))
                        sourceSize { width: 600; height: 600 }
                        smooth: false
                        fillMode: Image.PreserveAspectFit
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("QR code of %1").arg(page.name)
                    }
                    Rectangle { width: parent.width; height: 1; color: "#DDD6DA" }
                    AppText { width: parent.width; text: page.provisional ? qsTr("Provisional code") : qsTr("Code"); token: Theme.meta; color: "#463D42" }
                    AppText { width: parent.width; text: page.code; token: Theme.codeBadge; strong: true; color: "#1A1417"; Accessible.name: qsTr("Code %1").arg(page.code) }
                    AppText {
                        width: parent.width
                        visible: !page.provisional && text !== ""
                        text: page.record.cinema_code || ""
                        token: Theme.code
                        color: "#463D42"
                    }
                }
            }
            Column {
                width: parent.width
                spacing: 2
                Row {
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: Theme.space2
                    AppIcon { id: cloud; anchors.verticalCenter: parent.verticalCenter; iconName: "cloud-off"; color: "#FFFFFF"; size: 22 }
                    AppText { width: Math.min(implicitWidth, column.width - cloud.width - Theme.space2); text: qsTr("Works without a network"); strong: true; color: "#FFFFFF" }
                }
                AppText {
                    width: parent.width
                    text: page.provisional ? qsTr("It stays the same when the final code comes.") : qsTr("Whoever assigns people to a shoot scans it.")
                    token: Theme.label
                    color: "#F3D9E2"
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }
}
