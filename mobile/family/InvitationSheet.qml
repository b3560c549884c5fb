// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The code of a new invitation, to be shown in person or sent.
Sheet {
    id: sheet

    property string code

    function show(text: string) {
        sheet.code = text
        open()
    }

    title: qsTr("Invitation")

    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 220
        height: 220
        sourceSize { width: 440; height: 440 }
        source: sheet.code ? "image://qr/" + encodeURIComponent(sheet.code) : ""
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Invitation as a code to scan")
    }
    AppText {
        width: parent.width
        text: sheet.code
        token: Theme.code
        wrapMode: Text.WrapAnywhere
        horizontalAlignment: Text.AlignHCenter
        Accessible.name: qsTr("Code of the invitation: %1").arg(sheet.code)
    }
    AppText {
        width: parent.width
        text: qsTr("Good for 7 days and for one person.")
        token: Theme.meta
        color: Theme.ink2
        horizontalAlignment: Text.AlignHCenter
    }
}
