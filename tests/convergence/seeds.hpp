// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace foyer::test {

/// A seed that once found something, and what that was.
struct KnownSeed {
  std::uint64_t seed;
  std::string_view what;
};

inline constexpr std::array kKnownSeeds{
    KnownSeed{3, "a full disk while the account is noted at a welcome: the exception left the engine"},
    KnownSeed{
        18,
        "the hint of a new family got lost between two processes: a device of the same person never heard"},
    KnownSeed{
        121,
        "a family made, and its server back in time before the next hello: the family was not made again, "
        "and what was written in it waited for ever"},
    KnownSeed{175, "a family that was not accepted and then discarded: the status waited for it for ever"},
    KnownSeed{495,
              "a refused title, then a delete, then the record made again: a later title corrected the "
              "refused one, and "
              "was covered by what had been written meanwhile"},
    KnownSeed{
        1133,
        "an edit typed over a conflict, its server back before the conflict: the edit hid the value that "
        "had lost, since there it was the live one"},
    KnownSeed{
        1231,
        "the same, with the card made again by the device's own earlier edit and closed by its later one"},
    KnownSeed{
        1283,
        "a record made again over a pending title knew what that title had covered, and silently replaced "
        "another device's"},
};

}  // namespace foyer::test
