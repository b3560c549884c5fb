// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.hpp"
#include "talent/sections.hpp"

namespace foyer::talent {

/// What casting people look for and this profile lacks.
struct Hint {
  int section = 1;
  /// A field's name, or what several answer: "contact" (phone, WhatsApp or e-mail), "guardian" (of a minor),
  /// "city", "network" (any), "playing_age", "work" (a credit, a CV or a showreel).
  std::string_view wanted;
  bool operator==(const Hint&) const = default;
};

struct Completeness {
  int percent = 0;
  struct Section {
    int filled = 0;
    int wanted = 0;
    bool done() const { return filled == wanted; }
    bool operator==(const Section&) const = default;
  };
  std::array<Section, kSections> sections;  ///< [0] is section 1
  std::vector<Hint> hints;                  ///< the most useful first
  bool operator==(const Completeness&) const = default;
};

/// What stands beside the profile.
struct Around {
  int credits = 0;         ///< previous productions listed
  std::string_view today;  ///< "2026-06-13"; decides who is a minor
};

/// How much of a profile is there. Pure: the same on every device and on the server.
Completeness completeness(const model::Record& profile, const Around& around);

/// Whole years between two days like "2008-02-29"; -1 when either is none or the second is before the first.
int ageOn(std::string_view birthDate, std::string_view today);
inline constexpr int kOfAge = 18;

}  // namespace foyer::talent
