// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foyer::merge {

/// What the author of `text` put into `base`, in order, a space between. Words that were only moved are not
/// the author's.
std::string insertedWords(std::string_view base, std::string_view text);

}  // namespace foyer::merge
