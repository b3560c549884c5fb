// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer::titles {

/// A title as it is compared: small letters without accents (Latin, Greek, Cyrillic), ligatures taken apart,
/// everything between words one space. "Cléo de 5 à 7" and "CLEO DE 5 A 7" are the same. Bytes that are not
/// UTF-8 count as space.
std::string fold(std::string_view text);

/// The words of a folded text.
std::vector<std::string_view> wordsOf(std::string_view folded);

}  // namespace foyer::titles
