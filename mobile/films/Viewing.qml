// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// A viewing is a row of the diary: what both the title page and the diary say about it.
QtObject {
    // A date stays a date: that of the place where the person is.
    function today(): string { return Qt.formatDate(new Date(), "yyyy-MM-dd") }

    function day(text: string): var {
        const parts = text.split("-")
        return new Date(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2]))
    }

    // Season and episode in words, from "S2E5".
    function episode(code: string): string {
        const parts = /^S(\d+)E(\d+)$/.exec(code)
        return parts ? qsTr("Season %1, episode %2").arg(parts[1]).arg(parts[2]) : code
    }
}
