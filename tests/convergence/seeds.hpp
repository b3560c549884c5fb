// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "plan.hpp"

namespace foyer::test {

/// A seed that once found something, and what that was. It means the faults that there were then.
struct KnownSeed {
  std::uint64_t seed;
  Fault end;           ///< the first fault that there was not yet
  std::uint64_t plan;  ///< Plan::hash(): a seed that means something else now proves nothing
  std::string_view what;
};

inline constexpr std::array kKnownSeeds{
    KnownSeed{3, Fault::echo, 0x966a98f95f05cdd4,
              "a full disk while the account is noted at a welcome: the exception left the engine"},
    KnownSeed{
        18, Fault::echo, 0xd70502ca62b660b2,
        "the hint of a new family got lost between two processes: a device of the same person never heard"},
    KnownSeed{
        121, Fault::echo, 0x4bf81b5af02cec3a,
        "a family made, and its server back in time before the next hello: the family was not made again, "
        "and what was written in it waited for ever"},
    KnownSeed{175, Fault::echo, 0xf68a43bcc95d5e8,
              "a family that was not accepted and then discarded: the status waited for it for ever"},
    KnownSeed{495, Fault::echo, 0xeb86c70637c3a390,
              "a refused title, then a delete, then the record made again: a later title corrected the "
              "refused one, and "
              "was covered by what had been written meanwhile"},
    KnownSeed{
        1133, Fault::echo, 0xcac06e0b5c573065,
        "an edit typed over a conflict, its server back before the conflict: the edit hid the value that "
        "had lost, since there it was the live one"},
    KnownSeed{
        1231, Fault::echo, 0xbb1f3dedfea1f7d0,
        "the same, with the card made again by the device's own earlier edit and closed by its later one"},
    KnownSeed{
        1283, Fault::echo, 0x479a5fb168e241ae,
        "a record made again over a pending title knew what that title had covered, and silently replaced "
        "another device's"},
    KnownSeed{
        1185, Fault::count, 0xc4e93d182ef36901,
        "a refused note, the record made again over it and then purged: the copy lacked the note's words"},
};

}  // namespace foyer::test
