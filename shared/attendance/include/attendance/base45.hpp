// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace foyer::attendance {

/// Base45 (RFC 9285): bytes in the alphabet of a QR code's alphanumeric mode.
std::string toBase45(std::span<const std::uint8_t> raw);
/// Strict: upper case only, no white space, no group above its range. Each byte string has exactly one
/// spelling.
std::optional<Bytes> fromBase45(std::string_view text);

}  // namespace foyer::attendance
