// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foyer::crypto {

/// Prepares libsodium once per process. Every function of this room calls it; thread-safe.
/// Throws std::runtime_error when the system has no randomness to offer.
void init();

}  // namespace foyer::crypto
