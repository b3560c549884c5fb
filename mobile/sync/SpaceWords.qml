// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Data
import Foyer.Ui

// What people call their spaces, and how each stands, in words.
QtObject {
    function name(space: var): string {
        return { "person": qsTr("Mine"), "catalog": qsTr("Catalogue") }[space.kind] || space.name || qsTr("A space without a name yet")
    }
    function icon(kind: string): string {
        return { "person": "user-round", "family": "users", "project": "video", "gate": "scan", "catalog": "book-open" }[kind] || "database"
    }
    // One line under the name: the most pressing thing.
    function line(space: var): string {
        if (space.held > 0)
            return qsTr("%n changes to fix", "", space.held)
        if (space.conflicts > 0)
            return qsTr("%n entries in two versions", "", space.conflicts)
        if (space.why !== "" && (space.state === "wait" || space.state === "off"))
            return Causes.of(space.why, space.whyText)
        if (space.state === "sync" && (space.rowsExpected > 0 || space.rowsLoaded > 0))
            return [progress(space), left(space)].filter(text => text !== "").join(" · ")
        if (space.waiting > 0)
            return space.state === "off" ? qsTr("%n changes wait for the network", "", space.waiting) : qsTr("%n changes on their way", "", space.waiting)
        return space.verifiedAt ? qsTr("Checked at %1").arg(SyncWords.clock(space.verifiedAt)) : qsTr("Not checked yet")
    }
    // How far what comes down is.
    function progress(space: var): string {
        return space.rowsExpected > 0 ? qsTr("%1 of about %2 entries").arg(Language.number(space.rowsLoaded)).arg(Language.number(space.rowsExpected))
                                      : qsTr("%1 entries so far").arg(Language.number(space.rowsLoaded))
    }
    // How long a first sync takes from here; empty while nobody knows.
    function left(space: var): string {
        const seconds = space.secondsLeft
        return seconds <= 0 ? "" : seconds < 60 ? qsTr("%n s left", "", seconds)
             : seconds < 3600 ? qsTr("%n min left", "", Math.round(seconds / 60)) : qsTr("%n h left", "", Math.round(seconds / 3600))
    }
    // What is to come down.
    function toReceive(space: var): string {
        if (space.rowsExpected > 0 || space.rowsLoaded > 0)
            return progress(space)
        if (space.behind < 0)
            return qsTr("known at the first connection")
        return space.behind > 0 ? qsTr("%n steps", "", space.behind) : qsTr("nothing")
    }
    // The word of its state.
    function word(space: var): string {
        switch (space.state) {
        case "ok": return qsTr("Verified")
        case "sync": return qsTr("Checking")
        case "wait": return qsTr("Waiting")
        case "held": return qsTr("To fix")
        case "fork": return qsTr("Two versions")
        default: return Sync.stalled ? qsTr("Nothing checked") : qsTr("Offline")
        }
    }
    // What happens next, or what the person can do.
    function next(space: var): string {
        switch (space.state) {
        case "ok": return qsTr("Nothing to do: what you write goes out at once.")
        case "sync": return qsTr("Goes on by itself.")
        case "held": return qsTr("See why, and correct it, try again or give it up.")
        case "fork": return qsTr("Look at both and choose.")
        case "wait":
            return space.nextTryAt ? qsTr("Next try at %1.").arg(SyncWords.clock(space.nextTryAt))
                 : space.known ? qsTr("Goes on by itself.") : qsTr("Goes out as soon as the server knows this space.")
        default: return SyncWords.nextOffline
        }
    }
}
