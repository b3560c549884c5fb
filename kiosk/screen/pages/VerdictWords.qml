// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Ui
import Foyer.Kiosk

// Everything a verdict says, by its kind. `card` is KioskView.card.
QtObject {
    readonly property string see: qsTr("See the coordinator.")

    function dayOf(card: var): string {
        return card.sinceDay ? SiteDates.say(card.sinceDay, qsTr("d MMMM", "day in a sentence")) : ""
    }

    // The large second line: who, or what is wrong.
    function title(card: var): string {
        switch (card.kind) {
        case "not_in_list": return qsTr("Not in this list")
        case "walk_on": return card.name || qsTr("New here")
        case "revoked": return qsTr("Badge withdrawn")
        case "blocked": return qsTr("Entry blocked")
        case "expired": return qsTr("Badge expired")
        case "not_yet_valid": return qsTr("Not valid yet")
        case "not_today": return qsTr("Not today")
        case "other_project": return qsTr("Another shoot")
        case "altered": return qsTr("Badge altered")
        case "replay": return qsTr("Old picture")
        case "lease_over": return qsTr("Kiosk locked")
        case "unreadable": return qsTr("Not readable")
        case "foreign_code": return qsTr("Not a badge")
        case "unknown_key": return qsTr("Unknown key")
        case "unknown_code": return qsTr("Unknown code")
        case "newer_badge": return qsTr("Newer badge")
        default: return card.name || qsTr("Badge holder")
        }
    }

    // The sentence below it.
    function line(card: var): string {
        const evening = card.at >= "17:00" || card.at < "04:00"
        switch (card.kind) {
        case "arrival":
        case "walk_on":
            if (card.forgotten)
                return qsTr("recorded at %1. You did not check out on %2.").arg(card.at).arg(SiteDates.say(card.forgotten, qsTr("d MMMM", "day in a sentence")))
            return qsTr("recorded at %1", "an arrival").arg(card.at)
        case "departure": return (evening ? qsTr("recorded at %1, good evening") : qsTr("recorded at %1, have a good day")).arg(card.at)
        case "too_soon":
        case "already_in":
            return card.direction === "out" ? qsTr("Already out at %1.").arg(card.since) : qsTr("Already in at %1.").arg(card.since)
        case "already_out": return qsTr("Already out at %1.").arg(card.since)
        case "note": return card.note
        case "minor_hours": return (card.at < card.limit ? qsTr("Minor: not before %1.") : qsTr("Minor: not after %1.")).arg(card.limit)
        case "not_in_list": return qsTr("The badge is genuine, but this kiosk has no such person.")
        case "legacy_code": return qsTr("A printed code proves nothing. Check the face.")
        case "left_late": return qsTr("The badge is no longer valid. Leaving is recorded.")
        case "revoked": return card.sinceDay ? qsTr("This badge was withdrawn on %1.").arg(dayOf(card)) + "\n" + see : qsTr("This badge was replaced.") + "\n" + see
        case "blocked": return see
        case "expired": return qsTr("It ended on %1 at %2.").arg(dayOf(card)).arg(card.since) + "\n" + see
        case "not_yet_valid": return qsTr("It begins on %1 at %2.").arg(dayOf(card)).arg(card.since) + "\n" + see
        case "not_today": return qsTr("No call for today.") + "\n" + see
        case "other_project": return qsTr("This badge belongs to another shoot.") + "\n" + see
        case "altered": return qsTr("The signature does not hold.") + "\n" + see
        case "replay": return qsTr("Show the pass itself, not a picture of it.")
        case "lease_over": return qsTr("This kiosk needs the network before it goes on.")
        case "unreadable": return qsTr("The code is damaged.") + "\n" + qsTr("Try again or search the name.")
        case "unknown_key": return qsTr("No key here fits this badge.") + "\n" + qsTr("Try again or search the name.")
        case "unknown_code": return qsTr("Nobody here has this code.") + "\n" + qsTr("Try again or search the name.")
        case "newer_badge": return qsTr("This kiosk needs an update to read it.") + "\n" + qsTr("Search the name.")
        default: return qsTr("This code isn't from Foyer.") + "\n" + qsTr("Try again or search the name.")
        }
    }

    // Foot bar, first line.
    function barTitle(card: var): string {
        switch (card.group) {
        case "departure": return qsTr("Today %1").arg(Language.length(card.worked))
        case "attention": return card.direction === "out" ? qsTr("Departure recorded, to be confirmed") : qsTr("Arrival recorded, to be confirmed")
        case "refused": return card.name || qsTr("Nothing was counted")
        case "unknown": return qsTr("Nothing was counted")
        case "already": return card.role || qsTr("Counted once")
        default: return card.role || card.code || qsTr("Welcome")
        }
    }

    // Foot bar, second line.
    function barLine(card: var): string {
        switch (card.group) {
        case "departure": return qsTr("provisional")
        case "attention": return qsTr("Supervisor: decide with the PIN")
        case "refused": return qsTr("Scan kept with its reason")
        case "unknown": return qsTr("Attempt kept with its reason")
        case "already": return qsTr("Nothing was added")
        }
        if (!card.call)
            return card.role ? card.code : ""
        if (card.late > 5)
            return qsTr("Call %1, %2 late").arg(card.call).arg(Language.length(card.late))
        return card.late < -60 ? qsTr("Call %1, early").arg(card.call) : qsTr("Call %1, on time").arg(card.call)
    }

    // The undo strip on the idle page.
    function strip(card: var): string {
        const word = card.direction === "out" ? qsTr("Left at %1", "strip") : qsTr("Arrived at %1", "strip")
        return title(card) + " · " + word.arg(card.at)
    }
}
