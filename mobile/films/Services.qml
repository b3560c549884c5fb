// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Streaming services: their codes, and names people know them by.
QtObject {
    readonly property var names: ({
        "netflix": "Netflix", "prime": "Prime Video", "disney": "Disney+", "max": "Max", "apple": "Apple TV+", "canal": "Canal+", "arte": "ARTE",
        "mubi": "MUBI", "hulu": "Hulu", "paramount": "Paramount+", "peacock": "Peacock", "crunchyroll": "Crunchyroll", "bbc": "BBC iPlayer",
        "france-tv": "France.tv", "ocs": "OCS", "criterion": "Criterion Channel", "youtube": "YouTube", "universcine": "UniversCiné"
    })
    readonly property var known: Object.keys(names).sort((a, b) => names[a].localeCompare(names[b]))

    function name(code: string): string {
        return names[code] || code.charAt(0).toUpperCase() + code.slice(1).replace(/[-_]/g, " ")
    }
}
