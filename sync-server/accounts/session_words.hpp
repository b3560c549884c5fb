// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/error.hpp"

namespace foyer::server {

/// What a device signs before its refresh token.
inline constexpr std::string_view kRefreshPurpose = "foyer-refresh\n";

inline Error endedError() { return {Code::unauthenticated, {}, "This sign-in has ended. Sign in again."}; }

}  // namespace foyer::server
