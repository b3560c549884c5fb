// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic as C
import Foyer.Ui

// Pages over pages: 16 px slide and fade, nothing when motion is reduced.
C.StackView {
    id: stack

    pushEnter: Transition {
        ParallelAnimation {
            NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.page; easing.type: Theme.easeIn }
            NumberAnimation { property: "x"; from: Theme.slide; to: 0; duration: Theme.page; easing.type: Theme.easeIn }
        }
    }
    pushExit: Transition { PropertyAction { property: "opacity"; value: 0 } }
    popEnter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.page; easing.type: Theme.easeIn } }
    popExit: Transition {
        ParallelAnimation {
            NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.change; easing.type: Theme.easeOut }
            NumberAnimation { property: "x"; from: 0; to: Theme.slide; duration: Theme.change; easing.type: Theme.easeOut }
        }
    }
    replaceEnter: null
    replaceExit: null
}
