// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Ui

// The words around photographs: days, sizes, exposure, where a file is.
QtObject {
    readonly property var kinds: ({ "jpeg": "JPEG", "png": "PNG", "heic": "HEIC", "webp": "WebP", "tiff": "TIFF", "raw": "RAW" })

    function joined(parts: var): string {
        return parts.filter(part => part).join(" · ")
    }
    function capital(text: string): string { return text.charAt(0).toUpperCase() + text.slice(1) }
    function dateOf(iso: string): var { return new Date(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10)) || 1) }

    // The heading of a day: "Saturday 7 June", with its year unless it is this one.
    function day(iso: string): string {
        if (Language.current === "" || iso === "")
            return qsTr("Without a date")
        const when = dateOf(iso)
        return capital(when.toLocaleDateString(Qt.locale(), when.getFullYear() === new Date().getFullYear() ? "dddd d MMMM" : "dddd d MMMM yyyy"))
    }
    function month(iso: string): string {
        if (Language.current === "" || iso === "")
            return qsTr("Without a date")
        return dateOf(iso).toLocaleDateString(Qt.locale(), "MMMM yyyy")
    }
    // "13 June 2026, 20:14" of what the camera said.
    function shot(taken: string): string {
        if (Language.current === "" || !taken)
            return ""
        return dateOf(taken).toLocaleDateString(Qt.locale(), "d MMMM yyyy") + ", " + taken.slice(11, 16)
    }
    function bytes(count: real): string {
        if (count < 1000)
            return qsTr("%1 B").arg(Language.number(count, 0))
        if (count < 1000000)
            return qsTr("%1 kB").arg(Language.number(count / 1000, 0))
        if (count < 1000000000)
            return qsTr("%1 MB").arg(Language.number(count / 1000000, count < 10000000 ? 1 : 0))
        return qsTr("%1 GB").arg(Language.number(count / 1000000000, 1))
    }
    function stars(rating: int): string { return rating > 0 ? qsTr("%n stars", "", rating) : "" }
    function pick(mark: string): string { return mark === "pick" ? qsTr("Picked") : mark === "reject" ? qsTr("Rejected") : "" }
    function kind(code: string): string {
        return kinds[code] || qsTr("File")
    }
    // Where the original is, and whether it is safe.
    function place(state: string, here: bool): string {
        if (state === "verified")
            return here ? qsTr("Here, and checked on the server") : qsTr("On the server, checked")
        if (state === "stored")
            return here ? qsTr("Here and on the server") : qsTr("On the server")
        return here ? qsTr("On this device only") : qsTr("Original on the other device")
    }
    function left(seconds: int): string {
        if (seconds < 0)
            return ""
        if (seconds < 90)
            return qsTr("%n s left", "", Math.max(1, seconds))
        return qsTr("%n min left", "", Math.round(seconds / 60))
    }
}
