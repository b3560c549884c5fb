// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Ui

// What a talent can agree to, in plain words. A changed text gets the next version: older consents say what they were for.
QtObject {
    readonly property int version: 1
    readonly property var texts: ({
        "profile": { title: qsTr("My contact card"), text: qsTr("My contact card may be passed on: name, phone, e-mail, city and networks.") },
        "casting": { title: qsTr("Casting"), text: qsTr("Casting people may find this profile, see the sections made visible, and have its comp card.") },
        "image_rights": { title: qsTr("Pictures"), text: qsTr("The photos may stand on the comp card and be shown in casting.") },
        "public_page": { title: qsTr("Public page"), text: qsTr("Whoever has the code may see a page with the visible sections. It never shows contact data or the date of birth.") },
        "attendance": { title: qsTr("Attendance"), text: qsTr("Arrivals and departures at shoots may be recorded and passed on to the production.") },
        "face_at_gate": { title: qsTr("Face at the gate"), text: qsTr("The portrait may be shown to those who work at a shoot's gate.") },
        "minor": { title: qsTr("A child's profile"), text: qsTr("As the guardian I agree that this child's profile is kept, and shown as the other consents say.") }
    })
    readonly property var purposes: ["casting", "image_rights", "profile", "public_page", "attendance", "face_at_gate"]

    function title(purpose: string): string { return texts[purpose] ? texts[purpose].title : purpose }
    function text(purpose: string): string { return texts[purpose] ? texts[purpose].text : "" }
    function day(iso: string): string { return Language.date(new Date(iso + "T12:00:00")) }
    // Where a consent stands, as one line.
    function line(consent: var): string {
        switch (consent ? consent.state : "none") {
        case "given": return consent.until ? qsTr("Given until %1").arg(day(consent.until)) : qsTr("Given, with no end")
        case "expired": return qsTr("Ended on %1").arg(day(consent.until))
        case "withdrawn": return qsTr("Taken back on %1").arg(Language.date(consent.at))
        default: return qsTr("Not given")
        }
    }
}
