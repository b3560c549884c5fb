// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "schema/types.hpp"

// Shorthand and closed vocabularies of the declarations. Private to the list.
namespace foyer::schema::level1 {

using T = Type;
using M = Merge;
using W = Writer;
inline constexpr auto kPersonal = Sensitivity::personal;
inline constexpr auto kSealed = Sensitivity::sealed;

inline constexpr ScopeSet kPerson = only(Scope::person);
inline constexpr ScopeSet kFamily = only(Scope::family);
inline constexpr ScopeSet kProduction = only(Scope::production);
inline constexpr ScopeSet kProject = only(Scope::project);
inline constexpr ScopeSet kGate = only(Scope::gate);
inline constexpr ScopeSet kCatalog = only(Scope::catalog);
inline constexpr ScopeSet kPersonOrFamily = Scope::person | Scope::family;

inline constexpr std::int64_t kSafeMax = 9'007'199'254'740'991;  // integers travel as JSON numbers
inline constexpr std::int64_t kNote = 20'000;                    // code points of a long text
inline constexpr std::int64_t kPreviewBytes = 64 * 1024;

using Words = const std::string_view[];
inline constexpr Words kTitleKinds = {"movie", "tv"};
inline constexpr Words kTalentTypes = {"lead_actor", "supporting_actor", "extra",         "silhouette",
                                       "double",     "light_double",     "stunt",         "model",
                                       "voice_over", "special_extra",    "chorus_singer", "background_dancer",
                                       "other"};
inline constexpr Words kRoleTypes = {"lead_actor",    "supporting_actor",
                                     "extra",         "silhouette",
                                     "double",        "light_double",
                                     "stunt",         "model",
                                     "voice_over",    "special_extra",
                                     "chorus_singer", "background_dancer",
                                     "other",         "crew"};
inline constexpr Words kMemberRoles = {"owner", "admin",    "member", "child", "coordinator",
                                       "staff", "presence", "kiosk",  "reader"};
inline constexpr Words kBadgeStates = {"none", "valid", "revoked", "replaced", "expired"};

}  // namespace foyer::schema::level1
