// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// The heading above a group of cards.
AppText {
    width: parent ? parent.width : implicitWidth
    leftPadding: 4
    token: Theme.head
    Accessible.role: Accessible.Heading
}
