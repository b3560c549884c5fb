// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Data
import Foyer.Ui

// What sync says about itself, in words: what waits, why, and what happens next.
QtObject {
    // A short text for the pill.
    readonly property string pill: {
        switch (Sync.state) {
        case "ok": return qsTr("Verified")
        case "sync": return Sync.sendingOf > 0 ? qsTr("Sending %1/%2").arg(Sync.sending).arg(Sync.sendingOf) : qsTr("Checking")
        case "wait": return qsTr("%n waiting", "", Sync.waiting)
        case "held": return qsTr("%n to fix", "", Sync.held)
        case "fork": return qsTr("Two versions")
        case "stalled": return qsTr("Nothing checked")
        default: return Sync.waiting > 0 ? qsTr("Offline · %n to send", "", Sync.waiting) : qsTr("Offline")
        }
    }

    // What waits and why.
    readonly property string sentence: {
        switch (Sync.state) {
        case "ok": return qsTr("Everything is saved and checked (%1).").arg(clock(Sync.verifiedAt))
        case "sync": return Sync.sendingOf > 0 ? qsTr("Sending %1 of %n changes.", "", Sync.sendingOf).arg(Sync.sending)
                                               : qsTr("Comparing with the server.")
        case "wait": return cause !== "" ? cause : Session.signedIn ? qsTr("A new space is made known to the server.") : qsTr("Kept on this device.")
        case "held": return qsTr("The server did not accept %n changes. Nothing is lost.", "", Sync.held)
        case "fork": return qsTr("Somebody wrote at the same time. Both versions are here.")
        case "stalled": return qsTr("Connected, but nothing checked for 15 s.")
        default: return Sync.paused ? qsTr("You work offline. %n changes are kept here.", "", Sync.waiting)
                      : !Session.signedIn ? qsTr("Nobody is signed in. Everything stays on this device.")
                      : Sync.offlineSince ? qsTr("Offline since %1. Carry on, %n changes are kept.", "", Sync.waiting).arg(clock(Sync.offlineSince))
                                          : qsTr("Offline. Carry on, %n changes are kept.", "", Sync.waiting)
        }
    }

    // What happens next, or what the person can do.
    readonly property string next: {
        switch (Sync.state) {
        case "ok": return qsTr("Nothing to do: what you write goes out at once.")
        case "sync": return qsTr("Goes on by itself.")
        case "wait": return Sync.nextTryAt ? qsTr("Next try %1.").arg(nextTry) : qsTr("Goes on by itself.")
        case "held": return qsTr("See why, and correct it, try again or give it up.")
        case "fork": return qsTr("Look at both and choose.")
        default: return nextOffline
        }
    }
    // What happens next while there is no connection.
    readonly property string nextOffline: Sync.paused ? qsTr("Goes out when you stop working offline.")
                                        : !Session.signedIn ? qsTr("Sign in to have everything on your other devices too.")
                                        : Sync.nextTryAt || Sync.stalled ? qsTr("Next try %1.").arg(nextTry) : qsTr("Connecting.")

    // The last error, in words; empty when there is none.
    readonly property string cause: Causes.of(Sync.why, Sync.whyText)

    readonly property string title: {
        switch (Sync.state) {
        case "ok": return qsTr("Verified")
        case "sync": return qsTr("Checking")
        case "wait": return qsTr("Waiting")
        case "held": return qsTr("To fix")
        case "fork": return qsTr("Two versions")
        case "stalled": return qsTr("Nothing checked")
        default: return qsTr("Offline")
        }
    }

    // The tone the theme knows; a stalled connection looks like what it is: offline.
    readonly property string tone: Sync.state === "stalled" ? "off" : Sync.state

    property date now: new Date()
    readonly property Timer ticker: Timer {
        interval: 1000
        repeat: true
        running: Sync.nextTryAt !== null
        triggeredOnStart: true
        onTriggered: now = new Date()
    }
    readonly property string nextTry: {
        if (!Sync.nextTryAt)
            return qsTr("now")
        const seconds = Math.max(0, Math.round((Sync.nextTryAt.getTime() - now.getTime()) / 1000))
        return seconds > 0 ? qsTr("in %1 s").arg(seconds) : qsTr("now")
    }

    function clock(when: var): string {
        return when ? Language.clock(when) : qsTr("never")
    }

    // The word beside a row or a poster.
    function markWord(mark: string): string {
        switch (mark) {
        case "wait": return qsTr("Waiting")
        case "held": return qsTr("To fix")
        case "fork": return qsTr("Two versions")
        default: return ""
        }
    }
}
