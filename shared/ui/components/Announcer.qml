// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Ui

// Says things to screen readers that nobody has to look for: results at once, states at most every `gap`, the
// last one wins. Seen by nobody else.
Item {
    id: announcer

    property int gap: 10000
    property string words                       // what was said last
    signal said(string words)

    width: 1
    height: 1
    opacity: 0.01
    Accessible.role: Accessible.Notification
    Accessible.name: words
    Accessible.ignored: words === ""

    function say(text: string) {
        if (text === "")
            return
        words = text
        Words.announce(announcer)
        said(text)
    }
    function politely(text: string) {
        waiting.text = text
        if (!waiting.running)
            waiting.flush()
    }

    Timer {
        id: waiting

        property string text

        function flush() {
            if (text === "" || text === announcer.words)
                return
            announcer.say(text)
            text = ""
            restart()
        }

        interval: announcer.gap
        onTriggered: flush()
    }
}
