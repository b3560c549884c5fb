// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words.hpp"

// Watchlists, diaries and families. Records about a title carry a copy of what is shown (title, year, kind):
// the title may be somebody's own, and the catalogue may not be on the device. `title_id` is the catalogue's
// id, or for an own title derivedId(scope, "own_title", {lower-cased title, year, kind}).
namespace foyer::schema::level1 {
// A table, one line per field.
// clang-format off

inline constexpr Words kWatchStates = {"not_watched", "watching", "completed"};
inline constexpr Words kWatchSubStates = {"paused", "dropped", "rewatching"};
inline constexpr Field kWatchEntryFields[] = {
    {.id = 1, .name = "profile_id", .type = T::id, .merge = M::fixed},
    {.id = 2, .name = "title_id", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 3, .name = "title", .required = true, .max = 255},
    {.id = 4, .name = "year", .type = T::integer, .min = 1870, .max = 2200},
    {.id = 5, .name = "kind", .type = T::enumeration, .required = true, .values = kTitleKinds},
    {.id = 6, .name = "own_title", .type = T::boolean, .merge = M::fixed},
    {.id = 7, .name = "poster", .type = T::hash},
    {.id = 8, .name = "status", .type = T::enumeration, .required = true, .values = kWatchStates},
    {.id = 9, .name = "sub_status", .type = T::enumeration, .values = kWatchSubStates},
    {.id = 10, .name = "rating", .type = T::integer, .min = 10, .max = 100},
    {.id = 11, .name = "notes", .merge = M::text, .max = kNote},
    {.id = 12, .name = "tags", .type = T::textSet, .merge = M::set, .max = 64, .maxItems = 100},
    {.id = 13, .name = "favourite", .type = T::boolean},
    {.id = 14, .name = "progress", .max = 12, .pattern = "episode"},
    {.id = 15, .name = "started_on", .type = T::date},
    {.id = 16, .name = "finished_on", .type = T::date},
    {.id = 17, .name = "service", .max = 50, .pattern = "slug"},
};
inline constexpr std::string_view kWatchEntryKey[] = {"profile_id", "title_id"};

inline constexpr Field kDiaryFields[] = {
    {.id = 1, .name = "profile_id", .type = T::id, .merge = M::fixed},
    {.id = 2, .name = "title_id", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 3, .name = "title", .required = true, .max = 255},
    {.id = 4, .name = "year", .type = T::integer, .min = 1870, .max = 2200},
    {.id = 5, .name = "kind", .type = T::enumeration, .required = true, .values = kTitleKinds},
    {.id = 6, .name = "watched_on", .type = T::date, .required = true},
    {.id = 7, .name = "episode", .max = 12, .pattern = "episode"},
    {.id = 8, .name = "rating", .type = T::integer, .min = 10, .max = 100},
    {.id = 9, .name = "rewatch", .type = T::boolean},
    {.id = 10, .name = "place", .max = 255},
    {.id = 11, .name = "remarks", .merge = M::text, .max = kNote},
    {.id = 12, .name = "companions", .type = T::textSet, .merge = M::set, .max = 100, .maxItems = 50, .sensitivity = kPersonal},
};

inline constexpr Field kFamilyFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 100, .writer = W::manager},
    {.id = 2, .name = "created_by", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 3, .name = "description", .merge = M::text, .max = 1000},
    {.id = 4, .name = "avatar", .type = T::hash},
};
inline constexpr Field kMemberFields[] = {
    {.id = 1, .name = "account_id", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 2, .name = "role", .type = T::enumeration, .merge = M::server, .required = true, .values = kMemberRoles, .writer = W::server},
    {.id = 3, .name = "display_name", .merge = M::server, .max = 100, .sensitivity = kPersonal, .writer = W::server},
    {.id = 4, .name = "avatar", .type = T::hash, .merge = M::server, .writer = W::server},
    {.id = 5, .name = "joined_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 6, .name = "invited_by", .type = T::id, .merge = M::server, .writer = W::server},
};
inline constexpr std::string_view kMemberKey[] = {"account_id"};
inline constexpr Words kInvitationStates = {"pending", "accepted", "declined", "expired", "revoked"};
inline constexpr Field kInvitationFields[] = {
    {.id = 1, .name = "email", .merge = M::server, .required = true, .max = 100, .pattern = "email", .sensitivity = kPersonal, .writer = W::server},
    {.id = 2, .name = "role", .type = T::enumeration, .merge = M::server, .required = true, .values = kMemberRoles, .writer = W::server},
    {.id = 3, .name = "status", .type = T::enumeration, .merge = M::server, .required = true, .values = kInvitationStates, .writer = W::server},
    {.id = 4, .name = "invited_by", .type = T::id, .merge = M::server, .required = true, .writer = W::server},
    {.id = 5, .name = "expires_at", .type = T::time, .merge = M::server, .required = true, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 6, .name = "accepted_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
    {.id = 7, .name = "accepted_by", .type = T::id, .merge = M::server, .writer = W::server},
};
inline constexpr Field kChildProfileFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 100, .sensitivity = kPersonal, .writer = W::manager},
    {.id = 2, .name = "avatar", .type = T::hash},
    {.id = 3, .name = "birth_year", .type = T::integer, .min = 1900, .max = 2200, .sensitivity = kPersonal, .writer = W::manager},
    {.id = 4, .name = "age_cap", .type = T::integer, .min = 0, .max = 21, .writer = W::manager},
    {.id = 5, .name = "guardian_id", .type = T::id, .required = true, .writer = W::manager},
};

inline constexpr Field kListFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 255},
    {.id = 2, .name = "description", .merge = M::text, .max = kNote},
    {.id = 3, .name = "created_by", .type = T::id, .merge = M::fixed},
    {.id = 4, .name = "order_key", .max = 100, .pattern = "order_key"},
};
inline constexpr Field kListItemFields[] = {
    {.id = 1, .name = "list", .type = T::ref, .merge = M::fixed, .required = true, .target = "lists"},
    {.id = 2, .name = "title_id", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 3, .name = "title", .required = true, .max = 255},
    {.id = 4, .name = "year", .type = T::integer, .min = 1870, .max = 2200},
    {.id = 5, .name = "kind", .type = T::enumeration, .required = true, .values = kTitleKinds},
    {.id = 6, .name = "poster", .type = T::hash},
    {.id = 7, .name = "order_key", .max = 100, .pattern = "order_key"},
    {.id = 8, .name = "added_by", .type = T::id, .merge = M::fixed},
    {.id = 9, .name = "note", .merge = M::text, .max = 1000},
    {.id = 10, .name = "watched_by", .type = T::textSet, .merge = M::set, .max = 36, .maxItems = 100, .pattern = "uuid"},
};
inline constexpr std::string_view kListItemKey[] = {"list", "title_id"};

inline constexpr Words kAnswerStates = {"pending", "accepted", "rejected"};
inline constexpr Field kRecommendationFields[] = {
    {.id = 1, .name = "title_id", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 2, .name = "title", .merge = M::fixed, .required = true, .max = 255},
    {.id = 3, .name = "year", .type = T::integer, .merge = M::fixed, .min = 1870, .max = 2200},
    {.id = 4, .name = "kind", .type = T::enumeration, .merge = M::fixed, .required = true, .values = kTitleKinds},
    {.id = 5, .name = "recommended_by", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 6, .name = "recommended_to", .type = T::id, .merge = M::fixed},
    {.id = 7, .name = "message", .merge = M::text, .max = 1000},
    {.id = 8, .name = "status", .type = T::enumeration, .required = true, .values = kAnswerStates},
};
inline constexpr Field kReviewFields[] = {
    {.id = 1, .name = "author_id", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 2, .name = "title_id", .type = T::id, .merge = M::fixed, .required = true},
    {.id = 3, .name = "title", .required = true, .max = 255},
    {.id = 4, .name = "year", .type = T::integer, .min = 1870, .max = 2200},
    {.id = 5, .name = "kind", .type = T::enumeration, .required = true, .values = kTitleKinds},
    {.id = 6, .name = "body", .merge = M::text, .max = kNote},
    {.id = 7, .name = "rating", .type = T::integer, .min = 10, .max = 100},
    {.id = 8, .name = "spoiler", .type = T::boolean},
};
inline constexpr std::string_view kReviewKey[] = {"author_id", "title_id"};

inline constexpr Collection kFamilies[] = {
    {.id = 30, .name = "families", .scopes = kFamily, .fields = kFamilyFields, .head = true},
};
inline constexpr Collection kFilms[] = {
    {.id = 130, .name = "child_profiles", .scopes = kFamily, .fields = kChildProfileFields, .creator = W::manager},
    {.id = 131, .name = "watch_entries", .scopes = kPersonOrFamily, .fields = kWatchEntryFields, .key = kWatchEntryKey},
    {.id = 132, .name = "diary", .scopes = kPersonOrFamily, .fields = kDiaryFields},
    {.id = 133, .name = "lists", .scopes = kPersonOrFamily, .fields = kListFields},
    {.id = 134, .name = "list_items", .scopes = kPersonOrFamily, .fields = kListItemFields, .parent = "list", .key = kListItemKey},
    {.id = 135, .name = "recommendations", .scopes = kFamily, .fields = kRecommendationFields},
    {.id = 136, .name = "reviews", .scopes = kFamily, .fields = kReviewFields, .key = kReviewKey},
};

}  // namespace foyer::schema::level1
