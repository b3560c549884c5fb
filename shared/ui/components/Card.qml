// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// A surface with a hairline. Children stack in a column; padding 0 for cards made of rows.
Rectangle {
    id: card

    default property alias content: column.data
    property int padding: Theme.space4
    property int spacing: Theme.space3
    property bool chosen: false                 // the kept version, the picked option: 2 px of ink
    property bool outlined: false               // a card that is itself a choice: edge instead of hairline

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.radiusCard
    color: Theme.surface
    border { width: chosen ? 2 : 1; color: chosen ? Theme.ink : outlined ? Theme.edge : Theme.line }

    Column {
        id: column

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: card.padding }
        spacing: card.spacing
    }
}
