// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words.hpp"

// Companies, projects and what their gates need.
namespace foyer::schema::level1 {
// A table, one line per field.
// clang-format off

inline constexpr Field kCompanyFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 255},
    {.id = 2, .name = "initials", .max = 3, .pattern = "initials"},
    {.id = 3, .name = "created_by", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 4, .name = "country", .max = 2, .pattern = "country_code"},
    {.id = 5, .name = "legal_name", .max = 255},
    {.id = 6, .name = "registration_number", .max = 50},
    {.id = 7, .name = "email", .max = 100, .pattern = "email"},
    {.id = 8, .name = "phone", .max = 16, .pattern = "phone", .sensitivity = kSealed},
    {.id = 9, .name = "address", .max = 500, .sensitivity = kSealed},
    {.id = 10, .name = "website", .max = 2048, .pattern = "url"},
    {.id = 11, .name = "logo", .type = T::hash},
    {.id = 12, .name = "description", .merge = M::text, .max = kNote},
};

inline constexpr Words kProjectKinds = {"film", "series", "short", "documentary", "advert", "clip", "show", "other"};
inline constexpr Words kProjectStates = {"preparation", "shooting", "post_production", "finished"};
inline constexpr Field kProjectFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 255, .writer = W::manager},
    {.id = 2, .name = "created_by", .type = T::id, .merge = M::fixed, .required = true, .writer = W::manager},
    {.id = 3, .name = "kind", .type = T::enumeration, .values = kProjectKinds, .writer = W::manager},
    {.id = 4, .name = "company_id", .type = T::id, .writer = W::manager},
    {.id = 5, .name = "company_name", .max = 255, .writer = W::manager},
    {.id = 6, .name = "country", .max = 2, .pattern = "country_code", .writer = W::manager},
    {.id = 7, .name = "starts_on", .type = T::date, .writer = W::manager},
    {.id = 8, .name = "ends_on", .type = T::date, .writer = W::manager},
    {.id = 9, .name = "locations", .type = T::textSet, .merge = M::set, .max = 255, .maxItems = 50, .writer = W::manager},
    {.id = 10, .name = "status", .type = T::enumeration, .required = true, .values = kProjectStates, .writer = W::manager},
    {.id = 11, .name = "time_zone", .required = true, .max = 64, .pattern = "time_zone", .writer = W::manager},
    {.id = 12, .name = "day_cut", .required = true, .max = 5, .pattern = "clock", .writer = W::manager},
    {.id = 13, .name = "initials", .max = 3, .pattern = "initials", .writer = W::manager},
    {.id = 14, .name = "description", .merge = M::text, .max = kNote, .writer = W::manager},
    {.id = 15, .name = "debounce_seconds", .type = T::integer, .min = 0, .max = 3600, .writer = W::manager},
    {.id = 16, .name = "code_prefix", .merge = M::server, .max = 8, .writer = W::server},
};

inline constexpr Words kAssignmentStates = {"proposed", "confirmed", "declined", "cancelled"};
inline constexpr Field kAssignmentFields[] = {
    {.id = 1, .name = "talent_id", .type = T::id, .writer = W::manager},
    {.id = 2, .name = "account_id", .type = T::id, .writer = W::manager},
    {.id = 3, .name = "name", .required = true, .max = 200, .sensitivity = kPersonal, .writer = W::manager},
    {.id = 4, .name = "initials", .max = 10, .writer = W::manager},
    {.id = 5, .name = "talent_code", .max = 13, .writer = W::manager},
    {.id = 6, .name = "code", .merge = M::server, .max = 11, .pattern = "project_code", .writer = W::server},
    {.id = 7, .name = "role_type", .type = T::enumeration, .values = kRoleTypes, .writer = W::manager},
    {.id = 8, .name = "role", .max = 255, .writer = W::manager},
    {.id = 9, .name = "role_description", .merge = M::text, .max = 4000, .writer = W::manager},
    {.id = 10, .name = "department", .max = 100, .writer = W::manager},
    {.id = 11, .name = "status", .type = T::enumeration, .required = true, .values = kAssignmentStates, .writer = W::manager},
    {.id = 12, .name = "call_time", .type = T::zoned, .writer = W::manager},
    {.id = 13, .name = "days", .type = T::textSet, .merge = M::set, .max = 10, .maxItems = 400, .pattern = "date", .writer = W::manager},
    {.id = 14, .name = "allowed_hours", .max = 11, .pattern = "hours", .writer = W::manager},
    {.id = 15, .name = "minor", .type = T::boolean, .sensitivity = kPersonal, .writer = W::manager},
    {.id = 16, .name = "gate_note", .max = 255, .writer = W::manager},
    {.id = 17, .name = "blocked", .type = T::boolean, .writer = W::manager},
    {.id = 18, .name = "face", .type = T::bytes, .max = kPreviewBytes, .sensitivity = kSealed, .writer = W::manager},
    {.id = 19, .name = "phone", .max = 16, .pattern = "phone", .sensitivity = kSealed, .writer = W::manager},
    {.id = 20, .name = "assigned_by", .type = T::id, .merge = M::fixed, .writer = W::manager},
    {.id = 21, .name = "assigned_at", .type = T::time, .merge = M::fixed, .min = 0, .max = kSafeMax, .writer = W::manager},
    {.id = 22, .name = "badge_state", .type = T::enumeration, .merge = M::server, .values = kBadgeStates, .writer = W::server},
    {.id = 23, .name = "badge_issue", .type = T::integer, .merge = M::server, .min = 0, .max = 65'535, .writer = W::server},
    {.id = 24, .name = "badge_code", .merge = M::server, .max = 512, .sensitivity = kPersonal, .writer = W::server},
    {.id = 25, .name = "pass_key", .type = T::bytes, .merge = M::server, .max = 32, .writer = W::server},
};

inline constexpr Collection kHeads[] = {
    {.id = 31, .name = "companies", .scopes = kProduction, .fields = kCompanyFields, .head = true},
    {.id = 32, .name = "projects", .scopes = kProject, .fields = kProjectFields, .head = true, .creator = W::manager},
};
inline constexpr Collection kShoots[] = {
    {.id = 170, .name = "assignments", .scopes = kProject, .fields = kAssignmentFields, .creator = W::manager},
};

}  // namespace foyer::schema::level1
