// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/uuid.hpp"
#include "crypto/sign.hpp"

namespace foyer::server {

/// What an access token says. Times in seconds since 1970, as JWT has them.
struct AccessClaims {
  Uuid subject;  ///< account, or the kiosk itself
  Uuid device;
  Uuid session;
  Uuid scope;  ///< a kiosk's gate, nil for an account
  bool kiosk = false;
  bool admin = false;
  std::int64_t issuedAt = 0;
  std::int64_t expiresAt = 0;
};

/// A JWT (RFC 7519) signed with EdDSA (RFC 8037) by the server's own key.
std::string issueToken(const AccessClaims& claims, const crypto::SecretKey& key);

/// Verifies before it reads: one algorithm, one key, exact form. `unauthenticated` for everything that does
/// not hold, an expired one included.
Result<AccessClaims> readToken(std::string_view token, const crypto::PublicKey& key, std::int64_t nowSeconds);

}  // namespace foyer::server
