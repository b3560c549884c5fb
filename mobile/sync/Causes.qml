// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Why something does not go on, by the code of the error, in words for people. What a code says here is what is
// safe and what happens; the next try is said beside it.
QtObject {
    readonly property var sentences: ({
        "invalid_field": qsTr("The address of the server can't be used. Sign in again with the right one; everything stays here."),
        "unreachable": qsTr("The server can't be reached."),
        "timeout": qsTr("The server does not answer."),
        "busy": qsTr("The server has too much to do right now."),
        "rate_limited": qsTr("This device asked too often; the server wants a pause."),
        "locked_out": qsTr("The server refuses this account for a while."),
        "unauthenticated": qsTr("The sign-in is no longer valid. Sign in again; everything stays here."),
        "wrong_credentials": qsTr("The sign-in is no longer valid. Sign in again; everything stays here."),
        "forbidden": qsTr("The server does not let this account in here any more."),
        "not_found": qsTr("The server does not know this space any more."),
        "unsupported": qsTr("This version of Foyer is too old for the server. Update it; everything stays here."),
        "too_new": qsTr("The server is older than this version of Foyer. What you write is kept here."),
        "damaged": qsTr("What is stored here differs from the server. It is read again."),
        "quota_exceeded": qsTr("The space is full. What you write is kept here."),
        "too_large": qsTr("A change is too large for the server. It is kept here."),
        "sequence_gap": qsTr("The server has lost something that this device still has. It is sent again."),
        "replayed": qsTr("Another device uses the identity of this one. What you write is kept here."),
        "internal": qsTr("The server had a problem of its own. It is tried again.")
    })

    function of(code: string, text: string): string {
        return sentences[code] || text || (code === "" ? "" : qsTr("Something unexpected happened (%1). It is tried again.").arg(code))
    }
}
