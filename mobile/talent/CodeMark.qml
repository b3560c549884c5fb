// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Ui

// A profile's code: the server's, or, with a dashed edge and its word, the provisional one.
Item {
    id: mark

    property string recordId
    property string code                        // the server's; empty until it came
    property string missing                     // what the server still waits for, as a sentence
    readonly property bool provisional: code === ""
    readonly property string shown: provisional ? Talent.provisionalCode(recordId) : code

    implicitWidth: 240
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: provisional ? qsTr("Provisional code %1").arg(shown) : qsTr("Code %1").arg(shown)

    Column {
        id: column

        width: parent.width
        spacing: 4
        Item {
            implicitWidth: words.implicitWidth + (mark.provisional ? 24 : 0)
            implicitHeight: words.implicitHeight + (mark.provisional ? 12 : 0)
            width: Math.min(parent.width, implicitWidth)
            DashedEdge { visible: mark.provisional }
            AppText {
                id: words

                anchors.centerIn: parent
                text: mark.shown
                token: Theme.code
                strong: true
                Accessible.ignored: true
            }
        }
        AppText {
            width: parent.width
            visible: mark.provisional
            text: mark.missing || qsTr("Provisional code. The final one comes with the network.")
            token: Theme.meta
            color: Theme.ink2
        }
    }
}
