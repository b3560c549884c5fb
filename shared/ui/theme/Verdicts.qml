// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// What a kiosk shows for each group of verdicts, the same in light and dark. Shape, icon and word each tell it alone.
QtObject {
    readonly property var all: ({
        "arrival": { "ground": "#08633A", "text": "#FFFFFF", "bar": "#05402A", "plate": "#CFE8DC", "shape": "circle", "icon": "log-in", "word": qsTr("Arrived") },
        "departure": { "ground": "#0B4796", "text": "#FFFFFF", "bar": "#07306A", "plate": "#D3E3F8", "shape": "circle", "icon": "log-out", "word": qsTr("Left") },
        "already": { "ground": "#3C4854", "text": "#FFFFFF", "bar": "#2A323B", "plate": "#DCE2E8", "shape": "circle", "icon": "check-check", "word": qsTr("Already in") },
        "attention": { "ground": "#FFC53D", "text": "#1A1417", "bar": "#3A2A00", "plate": "#FFE4A0", "shape": "triangle", "icon": "", "word": qsTr("Check") },
        "refused": { "ground": "#9B1119", "text": "#FFFFFF", "bar": "#6B0A10", "plate": "#F7D6D8", "shape": "octagon", "icon": "x", "word": qsTr("Refused") },
        "unknown": { "ground": "#1A1417", "text": "#FFFFFF", "bar": "#332C30", "plate": "#E1DDE0", "shape": "diamond", "icon": "question", "word": qsTr("Unknown") }
    })

    function of(group: string): var {
        return all[group] || all["unknown"]
    }
}
