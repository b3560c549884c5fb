// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "attendance/badge.hpp"
#include "attendance/gate.hpp"

namespace foyer::attendance {

/// Every answer a gate can give. The table in verdict.cpp has the wire name and the group of each.
enum class VerdictKind : std::uint8_t {
  arrival,
  walkOn,  ///< arrival with a badge made on the spot
  departure,
  tooSoon,     ///< within the debounce time of the last counted scan
  alreadyIn,   ///< entry gate, and in already
  alreadyOut,  ///< exit gate, and out already
  note,        ///< the coordinator left a text for this person
  minorHours,  ///< a minor outside the allowed hours
  notInList,   ///< signed, but not in the roster of this device
  legacyCode,  ///< a printed code without signature, found in the roster
  leftLate,    ///< leaving with a badge that is not valid any more
  revoked,
  blocked,
  expired,
  notYetValid,
  notToday,
  otherProject,
  altered,
  replay,     ///< a picture of a living pass that has changed since
  leaseOver,  ///< this device may not use its data any more
  unreadable,
  foreignCode,
  unknownKey,
  unknownCode,  ///< one of our printed codes, but nobody here has it
  newerBadge,   ///< made by a newer Foyer
};

enum class VerdictGroup : std::uint8_t { arrival, departure, already, attention, refused, unknown };

struct VerdictInfo {
  VerdictKind kind;
  std::string_view name;  ///< on the wire and in exports, never changed
  VerdictGroup group;
};

std::span<const VerdictInfo> allVerdicts();
std::string_view name(VerdictKind kind);
std::optional<VerdictKind> verdictFromName(std::string_view name);
VerdictGroup groupOf(VerdictKind kind);
std::string_view name(VerdictGroup group);

struct Verdict {
  VerdictKind kind = VerdictKind::unreadable;
  bool counts = false;  ///< record a pass; otherwise an attempt (a repeat records nothing new)
  Uuid subject;         ///< nil when nobody could be told
  const RosterEntry* person = nullptr;  ///< owned by the gate, valid until its roster changes
  std::optional<Direction> direction;   ///< of what is recorded; for repeats, of the earlier scan
  Source source = Source::badge;
  std::optional<std::int64_t>
      sinceMs;                   ///< repeat: the earlier scan; revoked: when; expired, not yet: the limit
  std::optional<int> minute;     ///< minorHours: the limit in minutes of the local day
  std::int64_t workedMs = 0;     ///< departure: today's hours with this scan
  std::optional<Day> forgotten;  ///< arrival: an earlier day ended without a departure
  VerdictGroup group() const { return groupOf(kind); }
};

/// What a gate says to a scanned or typed text at `nowMs` (corrected time). Pure.
Verdict judge(std::string_view text, std::int64_t nowMs, const Gate& gate);

/// What a gate says when an operator picked the person; `intent` as chosen.
Verdict judgePerson(const RosterEntry& person, std::int64_t nowMs, const Gate& gate, Intent intent);

}  // namespace foyer::attendance
