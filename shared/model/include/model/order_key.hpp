// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foyer::model {

/// A key that sorts by bytes between `low` and `high`, so that moving one item of a list changes that item
/// only. Empty `low`: before everything; empty `high`: after everything. Digits are 0-9A-Za-z, never ending
/// in '0', which keeps room before every key. When the keys are not in order (two devices moved at once), the
/// answer sorts after `low`.
std::string orderBetween(std::string_view low, std::string_view high);

}  // namespace foyer::model
