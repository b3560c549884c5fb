// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words.hpp"

// Talent profiles: nine sections, one form step each. `visible_sections` decides what others may see.
namespace foyer::schema::level1 {
// A table, one line per field.
// clang-format off

inline constexpr Words kGenders = {"M", "F", "N"};
inline constexpr Words kDocumentKinds = {"identity_card", "passport", "residence_permit", "driving_licence", "other"};
inline constexpr Words kEyeColours = {"brown", "dark_brown", "hazel", "green", "blue", "grey", "amber", "other"};
inline constexpr Words kHairColours = {"black", "brown", "chestnut", "blond", "red", "grey", "white", "dyed", "none"};
inline constexpr Words kHairTypes = {"straight", "wavy", "curly", "coily", "braids", "locks", "shaved"};
inline constexpr Words kSkinTones = {"very_light", "light", "medium", "olive", "brown", "dark", "very_dark"};
inline constexpr Words kBuilds = {"slim", "athletic", "average", "muscular", "stout", "large"};
inline constexpr Words kExperience = {"none", "beginner", "intermediate", "experienced", "professional"};
inline constexpr Words kSections = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};

inline constexpr Field kTalentFields[] = {
    // The profile as a whole.
    {.id = 1, .name = "code", .merge = M::server, .max = 10, .pattern = "talent_code", .writer = W::server},
    {.id = 2, .name = "cinema_code", .merge = M::server, .max = 11, .pattern = "cinema_code", .writer = W::server},
    {.id = 3, .name = "provisional_code", .merge = M::fixed, .max = 20},
    {.id = 4, .name = "visible_sections", .type = T::textSet, .merge = M::set, .max = 1, .maxItems = 9, .values = kSections},
    {.id = 5, .name = "published", .type = T::boolean},
    {.id = 6, .name = "profile_score", .type = T::integer, .merge = M::server, .min = 0, .max = 100, .writer = W::server},
    // 1 Identity and contact.
    {.id = 10, .name = "first_name", .required = true, .max = 100, .sensitivity = kPersonal},
    {.id = 11, .name = "last_name", .required = true, .max = 100, .sensitivity = kPersonal},
    {.id = 12, .name = "stage_name", .max = 100},
    {.id = 13, .name = "gender", .type = T::enumeration, .values = kGenders},
    {.id = 14, .name = "birth_date", .type = T::date, .sensitivity = kPersonal},
    {.id = 15, .name = "email", .max = 100, .pattern = "email", .sensitivity = kPersonal},
    {.id = 16, .name = "phone", .max = 16, .pattern = "phone", .sensitivity = kSealed},
    {.id = 17, .name = "whatsapp", .max = 16, .pattern = "phone", .sensitivity = kSealed},
    {.id = 18, .name = "document_kind", .type = T::enumeration, .values = kDocumentKinds, .sensitivity = kPersonal},
    {.id = 19, .name = "document_number", .max = 50, .sensitivity = kSealed},
    {.id = 20, .name = "guardian_name", .max = 200, .sensitivity = kPersonal},
    {.id = 21, .name = "guardian_phone", .max = 16, .pattern = "phone", .sensitivity = kSealed},
    // 2 Origins.
    {.id = 30, .name = "origin_country", .max = 2, .pattern = "country_code"},
    {.id = 31, .name = "nationalities", .type = T::textSet, .merge = M::set, .max = 2, .maxItems = 10, .pattern = "country_code"},
    {.id = 32, .name = "birth_place", .max = 100, .sensitivity = kPersonal},
    {.id = 33, .name = "ethnicity", .max = 100, .sensitivity = kPersonal},
    // 3 Residence.
    {.id = 40, .name = "residence_country", .max = 2, .pattern = "country_code"},
    {.id = 41, .name = "city", .type = T::ref, .target = "cities"},
    {.id = 42, .name = "city_name", .max = 100},
    {.id = 43, .name = "address", .max = 500, .sensitivity = kSealed},
    {.id = 44, .name = "can_travel", .type = T::boolean},
    {.id = 45, .name = "has_passport", .type = T::boolean},
    {.id = 46, .name = "driving_licences", .type = T::textSet, .merge = M::set, .max = 3, .maxItems = 15},
    // 4 Languages.
    {.id = 50, .name = "languages", .type = T::textSet, .merge = M::set, .max = 50, .maxItems = 30, .pattern = "language_level"},
    {.id = 51, .name = "accents", .type = T::textSet, .merge = M::set, .max = 50, .maxItems = 30},
    // 5 Physical characteristics.
    {.id = 60, .name = "height_cm", .type = T::integer, .min = 30, .max = 272},
    {.id = 61, .name = "weight_kg", .type = T::integer, .min = 2, .max = 400, .sensitivity = kPersonal},
    {.id = 62, .name = "eye_colour", .type = T::enumeration, .values = kEyeColours},
    {.id = 63, .name = "hair_colour", .type = T::enumeration, .values = kHairColours},
    {.id = 64, .name = "hair_type", .type = T::enumeration, .values = kHairTypes},
    {.id = 65, .name = "skin_tone", .type = T::enumeration, .values = kSkinTones},
    {.id = 66, .name = "build", .type = T::enumeration, .values = kBuilds},
    {.id = 67, .name = "chest_cm", .type = T::integer, .min = 20, .max = 250},
    {.id = 68, .name = "waist_cm", .type = T::integer, .min = 20, .max = 250},
    {.id = 69, .name = "hips_cm", .type = T::integer, .min = 20, .max = 250},
    {.id = 70, .name = "clothing_size", .max = 20},
    {.id = 71, .name = "shoe_size", .type = T::integer, .min = 15, .max = 60},
    {.id = 72, .name = "tattoos", .max = 500},
    {.id = 73, .name = "piercings", .max = 500},
    {.id = 74, .name = "distinctive_marks", .merge = M::text, .max = 1000},
    // 6 Talent types.
    {.id = 80, .name = "talent_types", .type = T::textSet, .merge = M::set, .max = 50, .maxItems = 13, .values = kTalentTypes},
    {.id = 81, .name = "experience", .type = T::enumeration, .values = kExperience},
    {.id = 82, .name = "playing_age_min", .type = T::integer, .min = 0, .max = 120},
    {.id = 83, .name = "playing_age_max", .type = T::integer, .min = 0, .max = 120},
    {.id = 84, .name = "day_rate", .type = T::amount, .sensitivity = kPersonal},
    {.id = 85, .name = "agency", .max = 255},
    // 7 Skills.
    {.id = 90, .name = "skills", .type = T::textSet, .merge = M::set, .max = 50, .maxItems = 100, .pattern = "slug"},
    {.id = 91, .name = "other_skills", .merge = M::text, .max = kNote},
    {.id = 92, .name = "bio", .merge = M::text, .max = kNote},
    // 8 Social networks.
    {.id = 100, .name = "website", .max = 2048, .pattern = "url"},
    {.id = 101, .name = "facebook", .max = 255, .sensitivity = kSealed},
    {.id = 102, .name = "instagram", .max = 255, .sensitivity = kSealed},
    {.id = 103, .name = "tiktok", .max = 255, .sensitivity = kSealed},
    {.id = 104, .name = "youtube", .max = 255, .sensitivity = kSealed},
    {.id = 105, .name = "x_handle", .max = 255, .sensitivity = kSealed},
    {.id = 106, .name = "linkedin", .max = 255, .sensitivity = kSealed},
    {.id = 107, .name = "snapchat", .max = 255, .sensitivity = kSealed},
    // 9 Photos and previous productions (each production is a credit).
    {.id = 120, .name = "portrait", .type = T::ref, .target = "photos"},
    {.id = 121, .name = "full_length", .type = T::ref, .target = "photos"},
    {.id = 122, .name = "other_photos", .type = T::textSet, .merge = M::set, .max = 36, .maxItems = 50, .pattern = "uuid"},
    {.id = 123, .name = "cv", .type = T::hash, .sensitivity = kPersonal},
    {.id = 124, .name = "cv_filename", .max = 255, .sensitivity = kPersonal},
    {.id = 125, .name = "showreel", .max = 2048, .pattern = "url"},
};

inline constexpr Field kCreditFields[] = {
    {.id = 1, .name = "talent", .type = T::ref, .merge = M::fixed, .required = true, .target = "talent_profiles"},
    {.id = 2, .name = "title", .required = true, .max = 255},
    {.id = 3, .name = "year", .type = T::integer, .min = 1870, .max = 2200},
    {.id = 4, .name = "kind", .max = 50},
    {.id = 5, .name = "role", .max = 255},
    {.id = 6, .name = "director", .max = 255},
    {.id = 7, .name = "company", .max = 255},
    {.id = 8, .name = "url", .max = 2048, .pattern = "url"},
    {.id = 9, .name = "order_key", .max = 100, .pattern = "order_key"},
};

inline constexpr Words kConsentActs = {"given", "withdrawn"};
inline constexpr Words kConsentPurposes = {"profile", "public_page", "casting", "image_rights", "attendance", "face_at_gate", "minor"};
inline constexpr Field kConsentFields[] = {
    {.id = 1, .name = "subject_id", .type = T::id, .merge = M::fact, .required = true},
    {.id = 2, .name = "purpose", .type = T::enumeration, .merge = M::fact, .required = true, .values = kConsentPurposes},
    {.id = 3, .name = "act", .type = T::enumeration, .merge = M::fact, .required = true, .values = kConsentActs},
    {.id = 4, .name = "text_version", .type = T::integer, .merge = M::fact, .required = true, .min = 1, .max = 1'000'000},
    {.id = 5, .name = "text_sha256", .type = T::hash, .merge = M::fact},
    {.id = 6, .name = "acted_at", .type = T::zoned, .merge = M::fact, .required = true},
    {.id = 7, .name = "expires_on", .type = T::date, .merge = M::fact},
    {.id = 8, .name = "signed_by", .merge = M::fact, .max = 200, .sensitivity = kPersonal},
    {.id = 9, .name = "signature", .type = T::bytes, .merge = M::fact, .max = kPreviewBytes, .sensitivity = kPersonal},
};

inline constexpr Collection kTalents[] = {
    {.id = 150, .name = "talent_profiles", .scopes = kPerson, .fields = kTalentFields},
    {.id = 151, .name = "credits", .scopes = kPerson, .fields = kCreditFields, .parent = "talent"},
    {.id = 152, .name = "consents", .scopes = kPerson, .fields = kConsentFields, .facts = true},
};

}  // namespace foyer::schema::level1
