// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Progress in words and as a 6 px track. The words are required: "184 of 340 · paused, resumes by itself".
Column {
    id: progress

    property real value: 0                      // 0 to 1
    property string text
    property color color: Theme.accentText
    property bool wordsShown: true

    spacing: 6
    width: 200
    Accessible.role: Accessible.ProgressBar
    Accessible.name: text

    Rectangle {
        width: progress.width
        height: 6
        radius: 3
        color: Theme.sunken
        border { width: Theme.highContrast ? 1 : 0; color: Theme.edge }
        Rectangle {
            width: Math.max(6, parent.width * Math.max(0, Math.min(1, progress.value)))
            visible: progress.value > 0
            height: 6
            radius: 3
            color: progress.color
        }
    }
    AppText {
        width: progress.width
        visible: progress.wordsShown && text !== ""
        text: progress.text
        token: Theme.meta
        color: Theme.ink2
        Accessible.ignored: true
    }
}
