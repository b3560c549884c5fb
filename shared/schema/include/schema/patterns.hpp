// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace foyer::schema {

/// A named grammar that a text field, or each element of a set, must follow.
struct Pattern {
  std::string_view name;
  bool (*matches)(std::string_view text);
  std::string_view allowed;  ///< what is allowed, as the end of a sentence: "an e-mail address like …"
};

/// Names that declarations may use; patterns.cpp has the grammar of each, in this order.
inline constexpr std::string_view kPatternNames[] = {
    "email",        "username",       "talent_code",  "cinema_code", "project_code", "phone",
    "language_tag", "language_level", "country_code", "currency",    "url",          "order_key",
    "phash",        "uuid",           "mime",         "time_zone",   "episode",      "clock",
    "hours",        "initials",       "slug",         "date",        "external_id"};

std::span<const Pattern> patterns();
/// nullptr for an unknown name.
const Pattern* findPattern(std::string_view name);

}  // namespace foyer::schema
