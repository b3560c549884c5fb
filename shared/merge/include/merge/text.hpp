// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foyer::merge {

/// Three-way merge by words. Words and the white space between them are separate tokens. A region that both
/// sides changed differently goes to `mine` when `mineWins`, else to `theirs`; `overlapped` tells that there
/// was one. Regions that only touch don't overlap.
struct TextMerge {
  std::string text;
  bool overlapped = false;
};
TextMerge mergeText(std::string_view base, std::string_view theirs, std::string_view mine, bool mineWins);

}  // namespace foyer::merge
