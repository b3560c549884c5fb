// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Ui

// What a camera wrote about an exposure, as photographers say it.
QtObject {
    function ratio(text: var): real {
        const parts = String(text || "").split("/").map(Number)
        return parts.length === 2 && parts[1] !== 0 ? parts[0] / parts[1] : parts[0] || 0
    }
    // "1/250 s · f/2.8 · ISO 400 · 35 mm"
    function exposure(exif: var): string {
        if (Language.current === "" || !exif)
            return ""
        const time = ratio(exif["Exif.Photo.ExposureTime"])
        const number = ratio(exif["Exif.Photo.FNumber"])
        const length = ratio(exif["Exif.Photo.FocalLength"])
        const iso = exif["Exif.Photo.ISOSpeedRatings"] || exif["Exif.Photo.PhotographicSensitivity"] || ""
        const parts = [time > 0 ? (time < 1 ? "1/" + Math.round(1 / time) : Language.number(time, 0)) + "\u202fs" : "",
                number > 0 ? "f/" + Language.number(number, 1) : "",
                iso !== "" ? "ISO\u202f" + iso : "",
                length > 0 ? Language.number(length, 0) + "\u202fmm" : ""]
        return parts.filter(part => part !== "").join(" · ")
    }
}
