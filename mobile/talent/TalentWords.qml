// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Foyer.Data
import Foyer.Ui

// What people call the fields and choices of a talent profile.
QtObject {
    readonly property var labels: ({
        "first_name": qsTr("First name"), "last_name": qsTr("Last name"), "stage_name": qsTr("Stage name"), "gender": qsTr("Gender"),
        "birth_date": qsTr("Date of birth"), "email": qsTr("E-mail"), "phone": qsTr("Phone"), "whatsapp": qsTr("WhatsApp"),
        "document_kind": qsTr("Identity document"), "document_number": qsTr("Document number"),
        "guardian_name": qsTr("Guardian's name"), "guardian_phone": qsTr("Guardian's phone"),
        "origin_country": qsTr("Country of origin"), "nationalities": qsTr("Nationalities"), "birth_place": qsTr("Place of birth"), "ethnicity": qsTr("Ethnicity"),
        "residence_country": qsTr("Country of residence"), "city": qsTr("City"), "city_name": qsTr("City"), "address": qsTr("Address"),
        "can_travel": qsTr("Can travel"), "has_passport": qsTr("Has a valid passport"), "driving_licences": qsTr("Driving licences"),
        "languages": qsTr("Languages"), "accents": qsTr("Accents"),
        "height_cm": qsTr("Height"), "weight_kg": qsTr("Weight"), "eye_colour": qsTr("Eyes"), "hair_colour": qsTr("Hair"), "hair_type": qsTr("Kind of hair"),
        "skin_tone": qsTr("Skin tone"), "build": qsTr("Build"), "chest_cm": qsTr("Chest"), "waist_cm": qsTr("Waist"), "hips_cm": qsTr("Hips"),
        "clothing_size": qsTr("Clothing size"), "shoe_size": qsTr("Shoe size"), "tattoos": qsTr("Tattoos"), "piercings": qsTr("Piercings"),
        "distinctive_marks": qsTr("Distinctive marks"),
        "talent_types": qsTr("What you do"), "experience": qsTr("Experience"), "playing_age_min": qsTr("Playing age from"), "playing_age_max": qsTr("to"),
        "day_rate": qsTr("Rate for a day"), "agency": qsTr("Agency"),
        "skills": qsTr("Skills"), "other_skills": qsTr("Other skills"), "bio": qsTr("About you"),
        "website": qsTr("Website"), "facebook": "Facebook", "instagram": "Instagram", "tiktok": "TikTok", "youtube": "YouTube", "x_handle": "X",
        "linkedin": "LinkedIn", "snapchat": "Snapchat",
        "portrait": qsTr("Portrait"), "full_length": qsTr("Full-length photo"), "other_photos": qsTr("Other photos"), "cv": qsTr("CV"), "showreel": qsTr("Showreel"),
        "code": qsTr("Code"), "cinema_code": qsTr("Cinema code"), "visible_sections": qsTr("Visible sections"), "published": qsTr("Public page")
    })

    // What a hint asks for, as the end of "Add …".
    readonly property var wanted: ({
        "first_name": qsTr("your first name"), "last_name": qsTr("your last name"), "guardian": qsTr("the guardian's name and phone"),
        "contact": qsTr("a phone number or an e-mail"), "portrait": qsTr("a portrait"), "talent_types": qsTr("what you do"),
        "birth_date": qsTr("your date of birth"), "gender": qsTr("your gender"), "origin_country": qsTr("your country of origin"),
        "residence_country": qsTr("where you live"), "city": qsTr("your city"), "height_cm": qsTr("your height"), "languages": qsTr("the languages you speak"),
        "full_length": qsTr("a full-length photo"), "work": qsTr("a production, a CV or a showreel"), "eye_colour": qsTr("the colour of your eyes"),
        "hair_colour": qsTr("the colour of your hair"), "skin_tone": qsTr("your skin tone"), "build": qsTr("your build"),
        "clothing_size": qsTr("your clothing size"), "shoe_size": qsTr("your shoe size"), "experience": qsTr("your experience"),
        "playing_age": qsTr("the ages you can play"), "skills": qsTr("your skills"), "bio": qsTr("a few words about you"),
        "nationalities": qsTr("your nationality"), "network": qsTr("a network or a website")
    })

    readonly property var choices: ({
        "gender": [["F", qsTr("Woman")], ["M", qsTr("Man")], ["N", qsTr("Not said")]],
        "document_kind": [["identity_card", qsTr("Identity card")], ["passport", qsTr("Passport")], ["residence_permit", qsTr("Residence permit")],
                          ["driving_licence", qsTr("Driving licence")], ["other", qsTr("Other")]],
        "eye_colour": [["brown", qsTr("Brown"), "#5B3A1E"], ["dark_brown", qsTr("Dark brown"), "#33200F"], ["hazel", qsTr("Hazel"), "#8A6A34"], ["green", qsTr("Green"), "#5C8049"],
                       ["blue", qsTr("Blue"), "#5B8FBC"], ["grey", qsTr("Grey"), "#8C979F"], ["amber", qsTr("Amber"), "#B5762A"], ["other", qsTr("Other")]],
        "hair_colour": [["black", qsTr("Black"), "#17120F"], ["brown", qsTr("Brown"), "#4A2F1D"], ["chestnut", qsTr("Chestnut"), "#6F4326"], ["blond", qsTr("Blond"), "#D9B26A"],
                        ["red", qsTr("Red"), "#A9502A"], ["grey", qsTr("Grey"), "#8E8E8E"], ["white", qsTr("White"), "#E9E6E1"], ["dyed", qsTr("Dyed")], ["none", qsTr("None")]],
        "hair_type": [["straight", qsTr("Straight")], ["wavy", qsTr("Wavy")], ["curly", qsTr("Curly")], ["coily", qsTr("Coily")],
                      ["braids", qsTr("Braids")], ["locks", qsTr("Locks")], ["shaved", qsTr("Shaved")]],
        "skin_tone": [["very_light", qsTr("Very light"), "#F6E2D3"], ["light", qsTr("Light"), "#EBCBB0"], ["medium", qsTr("Medium"), "#D3A27C"], ["olive", qsTr("Olive"), "#B98B5E"],
                      ["brown", qsTr("Brown"), "#8D5A38"], ["dark", qsTr("Dark"), "#5E3822"], ["very_dark", qsTr("Very dark"), "#3A2216"]],
        "build": [["slim", qsTr("Slim")], ["athletic", qsTr("Athletic")], ["average", qsTr("Average")], ["muscular", qsTr("Muscular")], ["stout", qsTr("Stout")], ["large", qsTr("Large")]],
        "experience": [["none", qsTr("None yet")], ["beginner", qsTr("Beginner")], ["intermediate", qsTr("Some")], ["experienced", qsTr("Experienced")], ["professional", qsTr("Professional")]],
        "level": [["native", qsTr("Native")], ["fluent", qsTr("Fluent")], ["good", qsTr("Good")], ["basic", qsTr("Basic")]]
    })
    readonly property var skillGroups: ({
        "acting": qsTr("Acting"), "voice": qsTr("Voice"), "dance": qsTr("Dance"), "music": qsTr("Music"), "sport": qsTr("Sport"),
        "combat": qsTr("Combat and stunts"), "circus": qsTr("Circus and magic"), "riding": qsTr("Riding and driving"), "craft": qsTr("Crafts and trades")
    })

    readonly property var phoneFaults: ({
        "no_number": qsTr("This is no phone number."), "no_country": qsTr("Begin with + and the country's code, for example +212."),
        "too_short": qsTr("This number is too short."), "too_long": qsTr("This number is too long."),
        "unknown": qsTr("No network has such a number. Check the digits.")
    })

    function label(field: string): string { return labels[field] || "" }
    function hint(wantedWord: string): string { return qsTr("Add %1").arg(wanted[wantedWord] || wantedWord) }
    function options(field: string): var {
        return (choices[field] || []).map(one => ({ value: one[0], text: one[1], swatch: one[2] || "transparent" }))
    }
    function choice(field: string, value: string): string {
        const found = (choices[field] || []).find(one => one[0] === value)
        return found ? found[1] : value
    }
    // A stored value as people read it; empty for what is no choice of a talent profile.
    function spoken(field: string, value: string): string {
        if (field === "origin_country" || field === "residence_country")
            return Reference.name("countries", value, Language.current)
        return choices[field] ? choice(field, value) : ""
    }
    // Two names in the order of the language; the stage name wins.
    function name(values: var): string {
        return values.stage_name || [values.first_name, values.last_name].filter(part => part).join(" ")
    }
}
