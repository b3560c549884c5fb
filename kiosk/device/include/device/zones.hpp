// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "attendance/zone.hpp"

namespace foyer::kiosk {

/// The changes of a named zone ("Europe/Paris") from five years before `nowMs` to ten after. UTC for an
/// unknown name.
attendance::Zone zoneNamed(std::string_view name, std::int64_t nowMs);

}  // namespace foyer::kiosk
