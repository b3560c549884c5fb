// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "base/text.hpp"

namespace foyer::crypto {

/// From the operating system; thread-safe.
void fillRandom(std::span<std::uint8_t> out);
Bytes randomBytes(std::size_t count);
/// A bearer token: `entropyBytes` random bytes in base64url without padding. Never begins with a dash,
/// so that people can give it to a command.
std::string randomToken(std::size_t entropyBytes = 32);
/// Compares in a time that depends on the length only.
bool equalConstantTime(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b);

}  // namespace foyer::crypto
