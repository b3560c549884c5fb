// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// The words for the codes of genres.
QtObject {
    readonly property var names: ({
        "action": qsTr("Action"), "adventure": qsTr("Adventure"), "animation": qsTr("Animation"), "biography": qsTr("Biography"), "comedy": qsTr("Comedy"),
        "crime": qsTr("Crime"), "documentary": qsTr("Documentary"), "drama": qsTr("Drama"), "family": qsTr("Family"),
        "fantasy": qsTr("Fantasy"), "history": qsTr("History"), "horror": qsTr("Horror"), "music": qsTr("Music"), "musical": qsTr("Musical"),
        "mystery": qsTr("Mystery"), "reality": qsTr("Reality"), "romance": qsTr("Romance"), "science_fiction": qsTr("Science fiction"),
        "short": qsTr("Short film"), "sport": qsTr("Sport"), "thriller": qsTr("Thriller"), "war": qsTr("War"), "western": qsTr("Western")
    })

    function name(code: string): string { return names[code] || code }
}
