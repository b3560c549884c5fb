// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Mobile
import Foyer.Ui

// Who wrote something, on which device, when, as one line: "You, on Tablet, 14:02".
QtObject {
    function name(author: string, mine: bool): string {
        return mine ? qsTr("You") : author !== "" ? author : qsTr("Somebody")
    }
    function of(author: string, mine: bool, device: string, when: var): string {
        const who = name(author, mine)
        const signed = device !== "" ? qsTr("%1, on %2", "a person and a device").arg(who).arg(device) : who
        return when ? signed + ", " + moment(when) : signed
    }
    // The hour, with the day when it was not today.
    function moment(when: date): string {
        const today = new Date().toDateString() === when.toDateString()
        return today ? SyncWords.clock(when) : Language.date(when) + " " + SyncWords.clock(when)
    }
}
