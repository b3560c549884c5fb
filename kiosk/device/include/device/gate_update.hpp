// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checkin/checkin.hpp"

namespace foyer::kiosk {

/// The project behind a gate, as its rows say.
struct GateInfo {
  Uuid scope;
  Uuid project;
  std::string name;
  std::string timeZone;
  int dayCutMinute = 240;
  std::optional<std::int64_t> debounceMs;
  std::optional<std::int64_t> leaseUntilMs;
};

/// How the gate works on one day, or on all days without a rule of their own (no day).
struct DayRule {
  std::optional<attendance::Day> day;
  bool closed = false;
  attendance::Intent mode = attendance::Intent::automatic;
  std::optional<std::int64_t> debounceMs;
  std::string note;
};

/// What changed in the gate scope, read away from the screen's thread and applied on it.
struct GateUpdate {
  std::optional<GateInfo> info;
  std::optional<std::string> gateName;             ///< of this kiosk
  std::optional<bool> revoked;                     ///< whether this kiosk was
  std::optional<std::vector<DayRule>> dayRules;    ///< all of them
  std::optional<std::vector<Operator>> operators;  ///< all of them
  std::vector<attendance::BadgeKey> keys;
  std::vector<attendance::RosterEntry> people;
  std::vector<Uuid> peopleGone;
  struct Revoked {
    Uuid person;
    std::uint16_t issue;
    std::int64_t atMs;
  };
  std::vector<Revoked> revocations;
  std::vector<attendance::Event> events;
  std::vector<Uuid> confirmed;    ///< own events that the server has
  std::uint64_t lastCounter = 0;  ///< of this device; full reads only
  bool full = false;              ///< everything, not just what changed
};

/// Keeps what the rules are made from, and makes them.
class GateSettings {
 public:
  void take(const GateUpdate& update);
  const std::optional<GateInfo>& info() const { return m_info; }
  /// The rules in force at `nowMs`.
  attendance::Rules rules(std::int64_t nowMs) const;
  /// "Day 12": the place of today among the days that have an open rule; 0 when today has none.
  int dayNumber(attendance::Day today) const;
  std::string note(attendance::Day today) const;

 private:
  const DayRule* ruleOf(attendance::Day day) const;

  std::optional<GateInfo> m_info;
  std::vector<DayRule> m_days;
  mutable std::string m_zoneName;
  mutable attendance::Zone m_zone;
};

/// Puts rows into the machine. Rules are the caller's.
void apply(const GateUpdate& update, Checkin& checkin);

}  // namespace foyer::kiosk
