// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/uuid.hpp"
#include "crypto/sign.hpp"

namespace foyer::attendance {

/// What a badge states once its signature holds. BADGE.md has the bytes.
struct Badge {
  enum class Kind : std::uint8_t { person = 1, walkOn = 2 };
  Kind kind = Kind::person;
  std::uint16_t issue = 1;  ///< 1 for the first badge of this person, 2 for its replacement, …
  std::uint32_t keyId = 0;
  Uuid project;
  Uuid subject;                    ///< the roster entry (assignment) it was made for
  std::uint32_t validFromMin = 0;  ///< minutes since 1970 UTC, included
  std::uint32_t validToMin = 0;    ///< minutes since 1970 UTC, excluded
  bool operator==(const Badge&) const = default;
};

inline constexpr std::string_view kBadgePrefix = "FY1:";
inline constexpr std::size_t kBadgeBytes = 112;

/// The text for the QR code: 172 characters of the alphanumeric mode.
std::string issueBadge(const Badge& badge, const crypto::SecretKey& key);

struct BadgeReading {
  enum class Status {
    ok,
    foreign,     ///< not one of ours
    unreadable,  ///< claims to be ours, but is not the one spelling of a badge
    newer,       ///< a version or kind that this build doesn't know
    unknownKey,  ///< signed by a key that is not here; nothing in it can be believed
    altered,     ///< the signature doesn't hold
  };
  Status status = Status::foreign;
  std::uint32_t keyId = 0;  ///< from unknownKey on
  Badge badge;              ///< only when ok
};

/// Finds the public key of a key id; nullptr when unknown.
using KeyLookup = std::function<const crypto::PublicKey*(std::uint32_t)>;

/// Nothing but the key id is looked at before the signature holds. Never throws on any text.
BadgeReading readBadge(std::string_view text, const KeyLookup& keys);

}  // namespace foyer::attendance
