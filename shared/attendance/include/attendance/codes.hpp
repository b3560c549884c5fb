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

}  // namespace foyer::attendance
