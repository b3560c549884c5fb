// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "attendance/gate.hpp"

namespace foyer::attendance {

/// Corrected instants of events, by event id. An event whose own clock can't be believed takes the offset of
/// the best timed event of the same run of the same device; ties go to the nearest counter, then the lower
/// one.
std::unordered_map<Uuid, std::int64_t> resolveTimes(std::span<const Event> events);

struct Session {
  std::optional<Uuid> in;   ///< absent: a departure without an arrival
  std::optional<Uuid> out;  ///< absent: still there, or forgot to scan
  std::int64_t inMs = 0;
  std::int64_t outMs = 0;
  bool complete() const { return in && out; }
  bool operator==(const Session&) const = default;
};

enum class Review : std::uint8_t {
  doubleUse,       ///< two gates counted the same person within the debounce time
  ambiguous,       ///< a gate told the opposite of what all gates together know
  stillIn,         ///< the day ended without a departure
  arrivalWhileIn,  ///< an operator chose arrival for somebody who was in
  departureWithoutArrival,
  toConfirm,    ///< let through with attention
  clockUnsure,  ///< timed by a clock that nobody compared, or that jumped
  undoUnknown,  ///< takes back an event that is not here yet
};

struct ReviewItem {
  Review kind;
  Uuid event;
  std::optional<Uuid> other;  ///< the event it collides with
  bool operator==(const ReviewItem&) const = default;
};

/// One person on one shoot day. A function of the set of events only: the order in which they came doesn't
/// matter.
struct PersonDay {
  Uuid subject;
  Day day;
  std::vector<Session> sessions;  ///< by time
  std::vector<ReviewItem> reviews;
  bool in = false;  ///< at the end of what is known
  std::optional<Direction> lastDirection;
  std::optional<std::int64_t> lastCountedMs;
  std::int64_t workedMs = 0;  ///< complete sessions, elapsed UTC time
  bool operator==(const PersonDay&) const = default;
};

/// All days of all people in `events`, ordered by day and subject. `nowMs` decides which days are over.
std::vector<PersonDay> fold(std::span<const Event> events, const Rules& rules, std::int64_t nowMs);

/// True when the verdict of a counted event asks a person to confirm it.
bool asksForConfirmation(std::string_view verdict);

}  // namespace foyer::attendance
