// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "crypto/seal.hpp"
#include "qt/keychain.hpp"

namespace foyer::qt {

/// The key that seals what outlives leaving a scope (law 12); made when first asked for. It lies with the
/// device's key, never in the database. Nothing when it can't be kept anywhere.
std::optional<crypto::SealKey> storeKey(Keychain& keychain);

}  // namespace foyer::qt
