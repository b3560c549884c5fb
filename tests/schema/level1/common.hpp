// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "films.hpp"
#include "words.hpp"

// What belongs to every area: people, members, notifications, conflicts.
namespace foyer::schema::level1 {
// A table, one line per field.
// clang-format off

inline constexpr Field kProfileFields[] = {
    {.id = 1, .name = "account_id", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 2, .name = "display_name", .max = 100, .sensitivity = kPersonal},
    {.id = 3, .name = "username", .max = 50, .pattern = "username"},
    {.id = 4, .name = "bio", .merge = M::text, .max = kNote},
    {.id = 5, .name = "avatar", .type = T::hash},
    {.id = 6, .name = "language", .max = 35, .pattern = "language_tag"},
    {.id = 7, .name = "region", .max = 2, .pattern = "country_code"},
    {.id = 8, .name = "services", .type = T::textSet, .merge = M::set, .max = 50, .maxItems = 100, .pattern = "slug"},
};
inline constexpr std::string_view kProfileKey[] = {"account_id"};
inline constexpr Field kPreferenceFields[] = {
    {.id = 1, .name = "name", .merge = M::fixed, .required = true, .max = 100, .pattern = "slug"},
    {.id = 2, .name = "setting", .max = 4096},
};
inline constexpr std::string_view kPreferenceKey[] = {"name"};

inline constexpr Words kNotificationKinds = {"invitation", "recommendation", "review", "conflict", "delete_undone", "badge", "call_time",
                                             "assignment", "upload", "account", "system"};
inline constexpr Field kNotificationFields[] = {
    {.id = 1, .name = "kind", .type = T::enumeration, .merge = M::server, .required = true, .values = kNotificationKinds, .writer = W::server},
    {.id = 2, .name = "details", .type = T::json, .merge = M::server, .max = 4096, .sensitivity = kPersonal, .writer = W::server},
    {.id = 3, .name = "subject_scope", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 4, .name = "subject_collection", .merge = M::server, .max = 64, .writer = W::server},
    {.id = 5, .name = "subject_id", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 6, .name = "read", .type = T::boolean},
};

inline constexpr Words kConflictKinds = {"value", "kept", "revived"};
inline constexpr Words kResolutions = {"kept", "restored", "combined", "overtaken"};
inline constexpr Words kSensitivities = {"plain", "personal", "sealed"};
inline constexpr std::int64_t kConflictValue = 262'144;
inline constexpr Field kConflictFields[] = {
    {.id = 1, .name = "kind", .type = T::enumeration, .merge = M::server, .required = true, .values = kConflictKinds, .writer = W::server},
    {.id = 2, .name = "subject_collection", .merge = M::server, .required = true, .max = 64, .writer = W::server},
    {.id = 3, .name = "subject_id", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 4, .name = "field", .merge = M::server, .max = 64, .writer = W::server},
    {.id = 5, .name = "lost_value", .merge = M::server, .max = kConflictValue, .sensitivity = kPersonal, .writer = W::server},
    {.id = 6, .name = "kept_value", .merge = M::server, .max = kConflictValue, .sensitivity = kPersonal, .writer = W::server},
    {.id = 7, .name = "lost_by_account", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 8, .name = "lost_by_device", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 9, .name = "lost_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 10, .name = "kept_by_account", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 11, .name = "kept_by_device", .type = T::id, .merge = M::server, .writer = W::server},
    {.id = 12, .name = "kept_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 13, .name = "sensitivity", .type = T::enumeration, .merge = M::server, .values = kSensitivities, .writer = W::server},
    {.id = 14, .name = "resolution", .type = T::enumeration, .values = kResolutions},
    {.id = 15, .name = "lost_by_device_name", .merge = M::server, .max = 100, .sensitivity = kPersonal, .writer = W::server},
    {.id = 16, .name = "kept_by_device_name", .merge = M::server, .max = 100, .sensitivity = kPersonal, .writer = W::server},
};

inline constexpr ScopeSet kShared = Scope::family | Scope::production | Scope::project | Scope::gate;
inline constexpr ScopeSet kAllButCatalog = kShared | Scope::person;

inline constexpr Collection kPeople[] = {
    {.id = 40, .name = "members", .scopes = kShared, .fields = kMemberFields, .creator = W::server, .key = kMemberKey},
    {.id = 41, .name = "invitations", .scopes = kShared, .fields = kInvitationFields, .creator = W::server},
    {.id = 50, .name = "profiles", .scopes = kPerson, .fields = kProfileFields, .key = kProfileKey},
    {.id = 51, .name = "preferences", .scopes = kPerson, .fields = kPreferenceFields, .key = kPreferenceKey},
};
inline constexpr Collection kTail[] = {
    {.id = 200, .name = "notifications", .scopes = kPerson, .fields = kNotificationFields, .creator = W::server},
    {.id = 210, .name = "conflicts", .scopes = kAllButCatalog, .fields = kConflictFields, .creator = W::server},
};

}  // namespace foyer::schema::level1
