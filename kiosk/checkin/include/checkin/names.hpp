// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foyer::kiosk {

/// A name as people search it: lower case, Latin letters without accents, ligatures in two letters,
/// everything that is neither letter nor digit as one space. Letters of other scripts stay as they are.
std::string foldName(std::string_view name);

}  // namespace foyer::kiosk
