// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace foyer::server {

/// From assets/passwords, compiled in: small letters and digits only, sorted by bytes.
std::span<const std::string_view> commonPasswords();  ///< whole ones, 15 characters or more
std::span<const std::string_view>
commonStems();  ///< words that common ones are made of, four letters or more

}  // namespace foyer::server
