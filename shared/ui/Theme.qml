// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Every colour, size and duration of Foyer, by role. Pages use roles, never values.
QtObject {
    id: theme

    // What the program or the person chooses.
    property string scheme: "system"            // "system", "light" or "dark"
    property bool dark: scheme === "dark" || (scheme === "system" && systemDark)
    property bool highContrast: false           // hairlines become edges, tints become surface
    property bool reducedMotion: false          // every duration 0; the spinner steps
    property real textScale: 1                  // 1 to 2
    property bool kiosk: false                  // 96 px targets and large text in every control
    readonly property bool systemDark: system.window.hslLightness < 0.5
    readonly property SystemPalette system: SystemPalette {}

    // Grounds and lines
    readonly property color canvas: dark ? "#121012" : "#F5F3F4"
    readonly property color surface: dark ? "#1D1A1C" : "#FFFFFF"
    readonly property color sunken: dark ? "#292528" : "#ECE8EA"
    readonly property color edge: dark ? "#938990" : "#6F656B"
    readonly property color line: highContrast ? edge : dark ? "#393337" : "#DDD6DA"
    readonly property color scrim: "#991A1417"
    readonly property color plate: "#1A1417"        // under words that lie on a photograph
    readonly property color plateInk: "#FFFFFF"
    readonly property color darkroom: "#0B090A"     // around one photograph

    // Text
    readonly property color ink: dark ? "#F7F3F5" : "#1A1417"
    readonly property color ink2: dark ? "#CCC3C8" : "#463D42"
    readonly property color ink3: dark ? "#A89EA4" : "#655B60"

    // Velvet and bulbs
    readonly property color velvet: "#8A1C42"
    readonly property color accent: dark ? "#B3285A" : "#8A1C42"
    readonly property color accentLabel: "#FFFFFF"
    readonly property color accentEdge: dark ? "#EE7F9F" : "#8A1C42"
    readonly property color accentPressed: dark ? "#8E1B45" : "#6E1233"
    readonly property color accentText: dark ? "#FF9DB8" : "#8A1C42"
    readonly property color accentTint: highContrast ? surface : dark ? "#3A1623" : "#F8E6EC"
    readonly property color star: dark ? "#FFC53D" : "#8F6000"
    readonly property color bulb: "#FFC53D"
    readonly property color bulbRing: dark ? "#FFC53D" : "#8F5F00"

    // States: always with an icon and a word
    readonly property color ok: dark ? "#6FD79B" : "#0A5932"
    readonly property color okTint: highContrast ? surface : dark ? "#12301F" : "#E0F2E7"
    readonly property color info: dark ? "#8FBEFF" : "#0C4A9A"
    readonly property color infoTint: highContrast ? surface : dark ? "#12294A" : "#E2EDFB"
    readonly property color wait: dark ? "#F3BE5B" : "#6F4200"
    readonly property color waitTint: highContrast ? surface : dark ? "#372808" : "#FBEDCF"
    readonly property color held: dark ? "#FF9C73" : "#8C2407"
    readonly property color heldTint: highContrast ? surface : dark ? "#3D1C0F" : "#FCE6DD"
    readonly property color fork: dark ? "#C3AEFF" : "#56379A"
    readonly property color forkTint: highContrast ? surface : dark ? "#2A2145" : "#ECE7F9"
    readonly property color off: dark ? "#B4BFCB" : "#434C56"
    readonly property color offTint: highContrast ? surface : dark ? "#262B31" : "#E7EAEE"
    readonly property color danger: dark ? "#FF9A9A" : "#980F18"
    readonly property color dangerTint: highContrast ? surface : dark ? "#421619" : "#FCE5E6"

    // Type. Each token scales with textScale; the kiosk has its own below.
    readonly property TypeToken hero: TypeToken { scale: theme.textScale; px: 52; linePx: 52; family: "Inter Display"; weight: Font.Bold; spacing: -2 }
    readonly property TypeToken display: TypeToken { scale: theme.textScale; px: 34; linePx: 40; family: "Inter Display"; weight: Font.Bold; spacing: -0.7 }
    readonly property TypeToken title: TypeToken { scale: theme.textScale; px: 26; linePx: 32; family: "Inter Display"; weight: Font.Bold; spacing: -0.4 }
    readonly property TypeToken head: TypeToken { scale: theme.textScale; px: 20; linePx: 26; family: "Inter Display"; weight: Font.DemiBold; spacing: -0.15 }
    readonly property TypeToken body: TypeToken { scale: theme.textScale; px: 17; linePx: 24 }
    readonly property TypeToken field: TypeToken { scale: theme.textScale; px: 18; linePx: 24 }
    readonly property TypeToken label: TypeToken { scale: theme.textScale; px: 15; linePx: 20; weight: Font.Medium }
    readonly property TypeToken meta: TypeToken { scale: theme.textScale; px: 14; linePx: 19; weight: Font.Medium }
    readonly property TypeToken small: TypeToken { scale: theme.textScale; px: 13; linePx: 18; weight: Font.Medium }
    readonly property TypeToken code: TypeToken { scale: theme.textScale; px: 15; linePx: 20; family: "JetBrains Mono"; weight: Font.Medium }
    readonly property TypeToken codeBadge: TypeToken { scale: theme.textScale; px: 19; linePx: 26; family: "JetBrains Mono"; weight: Font.Medium }
    readonly property TypeToken kioskClock: TypeToken { scale: theme.textScale; px: 300; linePx: 300; family: "Inter Display"; weight: Font.Bold; spacing: -2.5 }
    readonly property TypeToken kioskWord: TypeToken { scale: theme.textScale; px: 148; linePx: 160; family: "Inter Display"; weight: Font.Bold; spacing: -2.5 }
    readonly property TypeToken kioskName: TypeToken { scale: theme.textScale; px: 108; linePx: 120; family: "Inter Display"; weight: Font.Bold; spacing: -2.5 }
    readonly property TypeToken kioskLine: TypeToken { scale: theme.textScale; px: 44; linePx: 54; weight: Font.DemiBold }
    readonly property TypeToken kioskBar: TypeToken { scale: theme.textScale; px: 38; linePx: 46; weight: Font.DemiBold }
    readonly property TypeToken kioskLabel: TypeToken { scale: theme.textScale; px: 34; linePx: 42; weight: Font.DemiBold }

    // Space on a grid of 4
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 20
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int space12: 48
    readonly property int space16: 64
    readonly property int marginCard: 16        // phone margin of cards
    readonly property int marginText: 20        // phone margin of text
    readonly property int target: kiosk ? 96 : 48
    readonly property int control: kiosk ? 96 : 52
    readonly property int readingWidth: 640

    // Corners
    readonly property int radiusPoster: 6
    readonly property int radiusTile: 10
    readonly property int radiusControl: kiosk ? 20 : 12
    readonly property int radiusCard: 16
    readonly property int radiusTicket: 20

    // Motion, in milliseconds: only opacity and position move
    readonly property int press: reducedMotion ? 0 : 90
    readonly property int change: reducedMotion ? 0 : 160
    readonly property int page: reducedMotion ? 0 : 220
    readonly property int slide: reducedMotion ? 0 : 16
    readonly property int easeIn: Easing.OutCubic
    readonly property int easeOut: Easing.InCubic

    // The tone of a state by its name: ok, sync (or info), wait, held, fork, off, danger.
    readonly property var tones: ({
        "ok": { "color": ok, "tint": okTint, "icon": "circle-check" },
        "sync": { "color": info, "tint": infoTint, "icon": "refresh-cw" },
        "info": { "color": info, "tint": infoTint, "icon": "refresh-cw" },
        "wait": { "color": wait, "tint": waitTint, "icon": "circle-arrow-up" },
        "held": { "color": held, "tint": heldTint, "icon": "hand" },
        "fork": { "color": fork, "tint": forkTint, "icon": "split" },
        "off": { "color": off, "tint": offTint, "icon": "cloud-off" },
        "danger": { "color": danger, "tint": dangerTint, "icon": "circle-alert" }
    })
    readonly property var plainTone: ({ "color": ink2, "tint": sunken, "icon": "" })

    function tone(state: string): var {
        return tones[state] || plainTone
    }
}
