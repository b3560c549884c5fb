// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace foyer::test {

/// What can go wrong. Every seed gets some of them: a fault that is always there hides what happens without
/// it.
enum class Fault : std::uint8_t {
  partition,      ///< a device can't send, can't receive, or neither
  loss,           ///< a message is lost, and the connection with it
  straggler,      ///< a message arrives again, or after its connection has ended
  cut,            ///< a connection ends in the middle of a message
  deviceCrash,    ///< also amid a write to its disk; what was not synced goes, all or in part
  serverCrash,    ///< before, amid and after a transaction
  serverTrouble,  ///< the database refuses one call
  diskFull,
  deviceClock,  ///< jumps, up to ten years either way
  serverClock,
  members,   ///< people are taken in, demoted and removed
  refusals,  ///< the server doesn't accept a value; people correct, retry or discard it
  slow,      ///< a reader that can't keep up
  snapshot,  ///< the server's machine is put back to where it was (with members only if there is a ledger)
  echo,      ///< a message of the server arrives again
  purge,     ///< what lay in the trash for long goes for good
  upgrade,   ///< devices begin with an older program, and get the new one amid everything
  words,     ///< marked values in other records than pictures
  ledger,    ///< members and snapshot together: who was removed stays out when the server goes back
  count,
};
const char* name(Fault fault);

/// What one seed does. Follows from the seed; a failing one is made smaller through the environment.
struct Plan {
  std::uint64_t seed = 0;
  int devices = 3;
  int people = 2;
  int servers = 1;
  std::int64_t lengthMs = 0;  ///< of the troubled time; then everything heals
  int eagerness = 0;          ///< seconds between two things that a person does
  std::set<Fault> faults;

  bool has(Fault fault) const { return faults.contains(fault); }
  /// What the seed alone says, of the faults before `end`: what was added later has dice of its own, so that
  /// a seed keeps its meaning.
  static Plan drawn(std::uint64_t seed, Fault end = Fault::count);
  /// Without this fault, and without what makes no sense without it.
  Plan without(Fault fault) const;
  /// The same, made smaller by FOYER_DEVICES, FOYER_MINUTES and FOYER_WITHOUT (names of faults, with commas).
  static Plan of(std::uint64_t seed);
  /// The environment that makes this plan of its seed.
  std::string replay() const;
  /// Of all that it says: shows when a seed has come to mean something else.
  std::uint64_t hash() const;

 private:
  void settle();  ///< takes out what can't be together
};

}  // namespace foyer::test
