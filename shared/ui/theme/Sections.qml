// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Ui

// The nine sections of a talent profile: number, icon, colour and name, always together.
QtObject {
    readonly property color label: Theme.dark ? "#121012" : "#FFFFFF"
    readonly property var all: [
        { "number": 1, "icon": "user-round", "color": Theme.dark ? "#85B4FF" : "#1D5BB8", "name": qsTr("Identity and contact") },
        { "number": 2, "icon": "globe", "color": Theme.dark ? "#57CFD4" : "#00696F", "name": qsTr("Origins") },
        { "number": 3, "icon": "map-pin-house", "color": Theme.dark ? "#77D191" : "#1F7038", "name": qsTr("Residence") },
        { "number": 4, "icon": "languages", "color": Theme.dark ? "#C6D05A" : "#5A6400", "name": qsTr("Languages") },
        { "number": 5, "icon": "ruler", "color": Theme.dark ? "#FFB169" : "#9E4A00", "name": qsTr("Physical features") },
        { "number": 6, "icon": "drama", "color": Theme.dark ? "#FF9A8A" : "#A52A2A", "name": qsTr("Talents and trades") },
        { "number": 7, "icon": "sparkles", "color": Theme.dark ? "#FF94BD" : "#B0245C", "name": qsTr("Skills") },
        { "number": 8, "icon": "share-2", "color": Theme.dark ? "#CDA6FF" : "#7438B0", "name": qsTr("Networks") },
        { "number": 9, "icon": "images", "color": Theme.dark ? "#B1BDCA" : "#4D5A68", "name": qsTr("Photos and productions") }
    ]
}
