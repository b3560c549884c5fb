// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attendance/event.hpp"
#include "attendance/zone.hpp"
#include "crypto/sign.hpp"

namespace foyer::attendance {

/// What one gate goes by. The defaults are the project's when nobody chose otherwise.
struct Rules {
  Uuid project;
  Zone zone;
  int dayCutMinute = 240;            ///< 04:00: a night shoot stays one day
  std::int64_t debounceMs = 60'000;  ///< scans of one person within this count once
  /// When a gate told somebody the opposite of what all gates together know, within this time after the last
  /// counted event, a person has to look at it.
  std::int64_t doubtMs = 600'000;
  Intent mode = Intent::automatic;           ///< the gate's entry/exit/auto switch
  std::optional<std::int64_t> leaseUntilMs;  ///< after this the kiosk may not use its data
  std::vector<Day> closedDays;               ///< sorted; days on which nobody is expected
};

/// A person that the gate may know.
struct RosterEntry {
  Uuid id;
  std::string name;
  std::string code;  ///< normalised
  std::string initials;
  std::string role;
  std::optional<std::int64_t> callMs;  ///< call time, UTC
  bool blocked = false;
  std::uint16_t issue = 1;  ///< number of the badge in force; lower ones are withdrawn
  std::string note;         ///< coordinator's text: its presence asks for attention
  bool minor = false;
  std::optional<int> fromMinute;  ///< allowed hours on site, minutes of the local day
  std::optional<int> toMinute;
  std::vector<Day> days;  ///< sorted; empty = every day
};

struct BadgeKey {
  std::uint32_t id = 0;
  Uuid project;
  crypto::PublicKey key{};
  std::optional<std::int64_t> withdrawnMs;  ///< a key that got into wrong hands: its badges are refused
};

/// Everything a verdict is made from, in memory. Owned by one thread; rows come and go as they are synced.
class Gate {
 public:
  Rules rules;

  void setKey(const BadgeKey& key) { m_keys[key.id] = key; }
  void removeKey(std::uint32_t id) { m_keys.erase(id); }
  void setPerson(RosterEntry entry);
  void removePerson(const Uuid& id);
  /// A withdrawn badge: all issues up to and including `issue`, since `atMs`.
  void setRevocation(const Uuid& subject, std::uint16_t issue, std::int64_t atMs);
  void removeRevocation(const Uuid& subject);
  /// Doubles (same id) are ignored.
  void addEvent(const Event& event);

  const BadgeKey* key(std::uint32_t id) const;
  const RosterEntry* person(const Uuid& id) const;
  const RosterEntry* byCode(std::string_view normalisedCode) const;
  /// When the badge with this issue number was withdrawn.
  std::optional<std::int64_t> revokedAt(const Uuid& subject, std::uint16_t issue) const;
  std::span<const Event> eventsOf(const Uuid& subject) const;
  const std::unordered_map<Uuid, RosterEntry>& people() const { return m_people; }
  const std::unordered_map<Uuid, std::vector<Event>>& events() const { return m_events; }

 private:
  struct Revocation {
    std::uint16_t issue;
    std::int64_t atMs;
  };
  std::unordered_map<std::uint32_t, BadgeKey> m_keys;
  std::unordered_map<Uuid, RosterEntry> m_people;
  std::unordered_map<std::string, Uuid> m_codes;
  std::unordered_map<Uuid, Revocation> m_revoked;
  std::unordered_map<Uuid, std::vector<Event>> m_events;  ///< by subject
};

}  // namespace foyer::attendance
