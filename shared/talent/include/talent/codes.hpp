// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The letters and digits of a talent's codes.
namespace foyer::talent {

/// What a code is made of. `number` counts per country of origin, from 1.
struct CodeParts {
  std::string_view country;  ///< of origin, two capitals
  std::string_view gender;   ///< "M", "F" or "N"
  std::string cityLetters;   ///< of the city of residence, see cityLetters
  std::int64_t number = 0;
};

/// The largest numbers that the grammars have room for.
inline constexpr std::int64_t kLastTalentNumber = 9'999;
inline constexpr std::int64_t kLastCinemaNumber = 99'999;

/// The first three letters of a city's name in capitals, filled up with X; accents are left out. "XXX" for a
/// name without Latin letters.
std::string cityLetters(std::string_view name);
/// PPGNNNNVVV, "MAM0001RAB"; none for a number the grammar has no room for.
std::optional<std::string> talentCode(const CodeParts& parts);
/// PPVVVNNNNNG, "MARAB00001M".
std::optional<std::string> cinemaCode(const CodeParts& parts);

}  // namespace foyer::talent
