// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// What every field shares: the label above, the box with its edge, and the line that says what is wrong, what waits
// or what was refused. `status` is "", "pending", "held", "conflict" or "locked"; an error wins over it.
FocusScope {
    id: frame

    property string label
    property string help
    property string error
    property string status
    property string statusText
    property bool active: false                 // the input inside has the focus
    property bool lineOnly: false               // no box: an editor without one that wants the same line
    property int boxHeight: Theme.control
    default property alias content: slot.data
    signal statusTapped()

    readonly property string shownStatus: error ? "error" : !enabled && !status ? "locked" : status
    readonly property string shownLine: error ? error : statusText ? statusText
        : status === "pending" ? qsTr("Kept here, to be sent")
        : status === "conflict" ? qsTr("Two versions") : help
    readonly property color lineColor: shownStatus === "error" ? Theme.danger
        : shownStatus === "pending" ? Theme.wait
        : shownStatus === "held" ? Theme.held
        : shownStatus === "conflict" ? Theme.fork : Theme.ink2
    readonly property string lineIcon: shownStatus === "error" ? "circle-alert"
        : shownStatus === "pending" ? "circle-arrow-up"
        : shownStatus === "held" ? "hand"
        : shownStatus === "conflict" ? "split"
        : shownStatus === "locked" ? "lock" : ""
    readonly property bool marked: shownStatus === "error" || shownStatus === "held" || shownStatus === "conflict"
    readonly property string spokenState: shownLine

    implicitWidth: 240
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: 6

        AppText {
            width: parent.width
            visible: frame.label !== ""
            text: frame.label
            token: Theme.kiosk ? Theme.kioskLabel : Theme.label
            strong: true
            Accessible.ignored: true
        }
        Rectangle {
            id: box

            width: parent.width
            height: frame.boxHeight
            visible: !frame.lineOnly
            radius: Theme.radiusControl
            color: frame.enabled ? Theme.surface : Theme.sunken
            border.width: !frame.enabled ? 0 : frame.active || frame.marked ? 2 : 1
            border.color: frame.active ? Theme.accentText : frame.marked ? frame.lineColor : Theme.edge

            DashedEdge { visible: !frame.enabled }
            Item {
                id: slot

                anchors.fill: parent
            }
        }
        Item {
            width: parent.width
            height: line.height
            visible: frame.shownLine !== ""

            Row {
                id: line

                width: parent.width
                spacing: 6

                AppIcon {
                    y: Math.max(0, (Theme.meta.line - height) / 2)
                    visible: frame.lineIcon !== ""
                    iconName: frame.lineIcon
                    color: frame.lineColor
                    size: 18
                }
                AppText {
                    width: parent.width - (frame.lineIcon ? 24 : 0)
                    text: frame.shownLine
                    token: Theme.meta
                    strong: frame.marked
                    color: frame.lineColor
                    Accessible.role: frame.shownStatus === "error" ? Accessible.AlertMessage : Accessible.StaticText
                }
            }
            TapHandler {
                enabled: frame.shownStatus === "conflict" || frame.shownStatus === "held"
                onTapped: frame.statusTapped()
            }
        }
    }
}
