// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "crypto/secret.hpp"

namespace foyer::server {

/// What a refresh token says for whom it was made: enough for a server that came back from a backup to take
/// up a sign-in that it forgot (law 11). Proven by a keyed hash; nothing in it is secret from its bearer.
struct RefreshClaims {
  Uuid session;
  Uuid subject;  ///< account, or the kiosk itself
  Uuid device;
  Bytes publicKey;  ///< of the device; empty without one
  bool kiosk = false;
  Uuid scope;  ///< a kiosk's gate
  std::string email;
  std::string displayName;
  bool operator==(const RefreshClaims&) const = default;
};

/// `nonce` makes it unguessable: random for the first of a session, computed from the former one afterwards.
std::string makeRefreshToken(const RefreshClaims& claims, std::string_view nonce,
                             const crypto::Secret<32>& key);
/// None for anything that was not made with this key.
std::optional<RefreshClaims> readRefreshToken(std::string_view token, const crypto::Secret<32>& key);

}  // namespace foyer::server
