// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace foyer::test {

/// Tables of the whole database in which the marker stands, as text or as bytes.
std::vector<std::string> tablesWith(const std::string& connection, const std::string& marker);

}  // namespace foyer::test
