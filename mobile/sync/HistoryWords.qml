// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Why one record is in its state, and what happens next, in a sentence.
QtObject {
    function why(history: var): string {
        switch (history.cause) {
        case "held": return qsTr("The server did not accept a change. It is shown here and waits for you.")
        case "fork": return qsTr("Somebody wrote at the same time. Both versions are kept until somebody chooses.")
        case "behind":
            return history.behind !== "" ? qsTr("Changed here. It waits for “%1”, which the server did not accept, and goes out once that is settled.").arg(history.behind)
                                         : qsTr("Changed here. It waits for another change that the server did not accept, and goes out once that is settled.")
        case "signedOut": return qsTr("Changed here and kept on this device. It goes out once somebody signs in.")
        case "paused": return qsTr("Changed here and kept on this device. It goes out when you stop working offline.")
        case "space": return parts(qsTr("Changed here, but its space has to wait."), history)
        case "offline": return parts(qsTr("Changed here, not sent yet: there is no connection."), history)
        case "sending": return qsTr("Changed here and on its way to the server.")
        default: return qsTr("The server has it exactly as it is shown here.")
        }
    }

    function parts(first: string, history: var): string {
        const next = history.nextTryAt ? qsTr("Next try at %1.").arg(SyncWords.clock(history.nextTryAt)) : qsTr("It goes out by itself.")
        return [first, Causes.of(history.why, history.whyText), next].filter(text => text !== "").join(" ")
    }
}
