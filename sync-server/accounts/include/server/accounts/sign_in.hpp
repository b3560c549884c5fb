// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "server/db/account_rows.hpp"

namespace foyer::server {

/// One request as accounts see it: goes into the audit log, decides about lock-outs.
struct Visit {
  std::string peer;
  std::string requestId;
  std::int64_t retryAfterMs = 0;  ///< set for refusals that end by themselves
};

/// What a device says about itself when it signs in. Without a key nobody can prove to be this device.
struct DeviceClaim {
  Uuid id;
  std::string name;
  Bytes publicKey;
};

/// An answer to registering, signing in, enrolling or refreshing.
struct SignIn {
  std::string accessToken;
  std::string refreshToken;
  std::int64_t expiresInSeconds = 0;
  Uuid subject;  ///< account, or the kiosk itself
  std::string email;
  std::string displayName;
  std::string roles;
  Uuid device;
  Uuid session;
  Uuid scope;  ///< a kiosk's gate
};

struct NewAccount {
  std::optional<Uuid> account;  ///< made on the device; must be a UUID version 7
  std::string email;
  std::string password;
  std::string displayName;
  std::optional<std::string> invitation;
  std::optional<DeviceClaim> device;
};

}  // namespace foyer::server
