// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Foyer.Data
import Foyer.Mobile
import Foyer.Ui

// Handing a profile out: the comp card and the contact card, as far as the consents of today allow it. What is missing leads
// to the consents.
QtObject {
    id: sharing

    property string scope
    property string talentId
    property var values: ({})
    property var acts: null                     // CollectionModel of the profile's consents
    property var credits: null                  // CollectionModel of its productions
    readonly property bool minor: Talent.minor(values.birth_date || "")
    readonly property var rows: listOf(acts)
    readonly property var answers: Talent.exports(rows, talentId, minor)
    readonly property string compCardLine: lineOf(answers.compCard)
    readonly property string contactCardLine: lineOf(answers.contactCard)

    function listOf(model: var): var {
        const all = []
        for (let row = 0; model && row < model.count; ++row)
            all.push(model.get(row))
        return all
    }
    function lineOf(answer: var): string {
        return answer.allowed ? qsTr("Made on this device") : qsTr("Needs a consent: %1").arg(answer.missing.map(one => ConsentWords.title(one)).join(", "))
    }
    function subject(): var {
        return { id: talentId, scope: scope, values: values, acts: rows, code: values.code || Talent.provisionalCode(talentId) }
    }
    function country(code: string): string { return code ? Reference.name("countries", code, Language.current) : "" }
    function said(result: var) {
        if (result.error === "consent")
            Nav.open("talentConsents", { scope: scope, talentId: talentId })
        else if (result.error)
            Undo.offer(qsTr("The file could not be written: %1").arg(result.detail), null)
        else
            Undo.offer(qsTr("Saved as %1").arg(result.path), null)
    }
    function contactCard() { said(TalentExport.contactCard(subject(), country(values.residence_country))) }
    function compCard() { said(TalentExport.compCard(subject(), layout())) }

    // Only the sections that casting people see; never contact data, the date of birth, documents or the rate.
    function layout(): var {
        const v = values
        const age = Talent.age(v.birth_date || "")
        const names = (kind, codes) => (codes || []).map(one => Reference.name(kind, one, Language.current)).join(", ")
        const row = (field, text) => [TalentWords.label(field), text]
        const choice = field => row(field, v[field] ? TalentWords.choice(field, v[field]) : "")
        const unit = (field, unit) => row(field, v[field] ? v[field] + " " + unit : "")
        const content = {
            "1": [choice("gender"), [qsTr("Age"), age >= 0 ? qsTr("%n years", "", age) : ""]],
            "2": [row("origin_country", country(v.origin_country)), row("nationalities", names("nationalities", v.nationalities)), row("ethnicity", v.ethnicity || "")],
            "3": [row("city", [v.city_name, country(v.residence_country)].filter(part => part).join(", ")), row("driving_licences", (v.driving_licences || []).join(", "))],
            "4": [row("languages", (v.languages || []).map(one => Reference.name("languages", one.split(":")[0], Language.current) + " (" + TalentWords.choice("level", one.split(":")[1]) + ")").join(", ")),
                  row("accents", (v.accents || []).join(", "))],
            "5": [unit("height_cm", qsTr("cm")), choice("eye_colour"), choice("hair_colour"), choice("hair_type"), choice("skin_tone"), choice("build"),
                  row("clothing_size", v.clothing_size || ""), unit("shoe_size", qsTr("EU"))],
            "6": [row("talent_types", names("talent_types", v.talent_types)), choice("experience"),
                  [qsTr("Playing age"), v.playing_age_min !== undefined && v.playing_age_max !== undefined ? v.playing_age_min + "–" + v.playing_age_max : ""], row("agency", v.agency || "")],
            "7": [row("skills", names("skills", v.skills)), row("other_skills", v.other_skills || ""), row("bio", v.bio || "")],
            "8": [row("website", v.website || "")],
            "9": [row("showreel", v.showreel || "")].concat(listOf(credits).slice(0, 8).map(one => [one.year ? String(one.year) : "", [one.title, one.role, one.director].filter(part => part).join(", ")]))
        }
        const seen = v.visible_sections || []
        return {
            title: names("talent_types", v.talent_types),
            foot: qsTr("Made with Foyer on %1").arg(Language.date(new Date())),
            sections: ["6", "5", "4", "7", "9", "1", "2", "3", "8"].filter(number => seen.indexOf(number) >= 0)
                .map(number => ({ number: Number(number), color: printed[Number(number) - 1], title: Sections.all[Number(number) - 1].name, rows: content[number] }))
        }
    }
    // The light colours, whatever the screen's theme: the card is white.
    readonly property var printed: ["#1D5BB8", "#00696F", "#1F7038", "#5A6400", "#9E4A00", "#A52A2A", "#B0245C", "#7438B0", "#4D5A68"]
}
