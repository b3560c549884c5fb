// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent/codes.hpp"

#include <array>
#include <utility>

namespace foyer::talent {
namespace {

constexpr std::size_t kCityLetters = 3;

/// Plain letters for U+00C0 to U+017F, two characters each; a dot stands for "none".
constexpr std::string_view kLatin =
    "A.A.A.A.A.A.AEC.E.E.E.E.I.I.I.I.D.N.O.O.O.O.O...O.U.U.U.U.Y.THSSA.A.A.A.A.A.AEC.E.E.E.E.I.I.I.I."
    "D.N.O.O.O.O.O...O.U.U.U.U.Y.THY."
    "A.A.A.A.A.A.C.C.C.C.C.C.C.C.D.D.D.D.E.E.E.E.E.E.E.E.E.E.G.G.G.G.G.G.G.G.H.H.H.H.I.I.I.I.I.I.I.I."
    "I.I.IJIJJ.J.K.K.K.L.L.L.L.L.L.L.L.L.L.N.N.N.N.N.N.N.N.N.O.O.O.O.O.O.OEOER.R.R.R.R.R.S.S.S.S.S.S."
    "S.S.T.T.T.T.T.T.U.U.U.U.U.U.U.U.U.U.U.U.W.W.Y.Y.Y.Z.Z.Z.Z.Z.Z.S.";
static_assert(kLatin.size() == 2 * (0x180 - 0xC0));

std::string digits(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

bool sound(const CodeParts& parts, std::int64_t last) {
  return parts.country.size() == 2 && parts.gender.size() == 1 && parts.cityLetters.size() == kCityLetters &&
         parts.number >= 1 && parts.number <= last;
}

}  // namespace

std::string cityLetters(std::string_view name) {
  std::string letters;
  for (std::size_t i = 0; i < name.size() && letters.size() < kCityLetters; ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte >= 'a' && byte <= 'z') letters += static_cast<char>(byte - 'a' + 'A');
    if (byte >= 'A' && byte <= 'Z') letters += static_cast<char>(byte);
    if (byte < 0xC3 || byte > 0xC5 || i + 1 == name.size()) continue;
    const std::size_t point = ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(name[++i]) & 0x3FU);
    for (const char plain : kLatin.substr(2 * (point - 0xC0), 2)) {
      if (plain != '.') letters += plain;
    }
  }
  letters.resize(kCityLetters, 'X');
  return letters;
}

std::optional<std::string> talentCode(const CodeParts& parts) {
  if (!sound(parts, kLastTalentNumber)) return std::nullopt;
  return std::string(parts.country) + std::string(parts.gender) + digits(parts.number, 4) + parts.cityLetters;
}

std::optional<std::string> cinemaCode(const CodeParts& parts) {
  if (!sound(parts, kLastCinemaNumber)) return std::nullopt;
  return std::string(parts.country) + parts.cityLetters + digits(parts.number, 5) + std::string(parts.gender);
}

}  // namespace foyer::talent
