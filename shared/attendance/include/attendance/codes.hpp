// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/uuid.hpp"

namespace foyer::attendance {

/// The human codes printed beside QR codes, and the older forms of them that are still around.
enum class CodeKind {
  talent,     ///< MAM0001RAB: country, M/F/N, four digits, city
  cinema,     ///< MACAS00012F: country, city, five digits, M/F/N
  project,    ///< MAABC001042: country, production, project number, number within it
  oldCinema,  ///< a cinema code with four or seven digits (10 or 13 characters)
};

/// Trims, raises to upper case, takes out spaces and hyphens: what people type becomes what was printed.
std::string normaliseCode(std::string_view typed);
/// Which grammar the normalised text follows; nullopt for none.
std::optional<CodeKind> codeKind(std::string_view normalised);

/// A code for somebody registered offline until the server gives the final one: "P-XXXXXXX-C", seven letters
/// or digits from the record's id and a check character. Marked by its "P-", which no final code can start
/// with.
std::string provisionalCode(const Uuid& record);
/// True for a provisional code whose check character is right.
bool isProvisionalCode(std::string_view code);

/// What a talent's own QR code says: which profile this is, for Foyer's scanners. It proves nothing and stays
/// the same when the final code arrives. "FP1:" and the Base45 of both ids, all of the alphanumeric mode.
inline constexpr std::string_view kProfilePrefix = "FP1:";
std::string profileText(const Uuid& scope, const Uuid& profile);
struct ProfileText {
  Uuid scope;  ///< of the person who keeps the profile
  Uuid profile;
  bool operator==(const ProfileText&) const = default;
};
/// Nullopt for anything but the one spelling of such a text.
std::optional<ProfileText> readProfileText(std::string_view text);

}  // namespace foyer::attendance
