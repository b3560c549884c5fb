// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "server/db/audit.hpp"

/// Rows of accounts, sessions and tokens. Times are milliseconds since 1970.
namespace foyer::server {

struct AccountRow {
  Uuid id;
  std::string email;  ///< case-folded
  std::string username;
  std::string passwordHash;
  std::string displayName;
  std::string roles = "user";  ///< one space between
  bool disabled = false;
  std::int64_t createdMs = 0;
};

struct DeviceIdentityRow {
  Uuid device;
  Uuid subject;  ///< account, or the kiosk itself
  std::string name;
  Bytes publicKey;  ///< empty: a client without a key
};

struct SessionRow {
  Uuid id;
  Uuid subject;
  bool kiosk = false;
  Uuid scope;  ///< a kiosk's gate
  Uuid device;
  std::string deviceName;  ///< read only
  std::string peer;
  std::int64_t createdMs = 0;
  std::int64_t seenMs = 0;
  std::int64_t expiresMs = 0;
  std::optional<std::int64_t> revokedMs;
};

struct RefreshTokenRow {
  Bytes hash;
  Uuid session;
  std::int64_t issuedMs = 0;
  std::optional<std::int64_t> rotatedMs;  ///< none: in force
  Bytes successor;                        ///< hash of the token it was exchanged for
};

/// Failures of one subject: an account, an address, or a device of an account.
struct CounterRow {
  std::string subject;
  int failures = 0;  ///< since the last success or lock
  int locks = 0;     ///< how often it was locked in a row
  std::int64_t notBeforeMs = 0;
  std::int64_t lastFailureMs = 0;
};

struct OneTimeTokenRow {
  Bytes hash;
  std::string kind;  ///< "invitation", "kiosk"
  Uuid scope;
  Uuid subject;  ///< the invitation's record; the project of a kiosk
  std::string email;
  Uuid createdBy;
  std::int64_t createdMs = 0;
  std::int64_t expiresMs = 0;
  std::optional<std::int64_t> usedMs;
  Uuid usedBy;
};

struct BadgeKeyRow {
  Uuid project;
  std::int64_t number = 0;
  Bytes sealedSeed;
};

/// An erasure that was asked for.
struct ErasureRow {
  Uuid subject;      ///< an account, a scope or a record
  std::string kind;  ///< "account", "scope", "record <collection>"
  Uuid scope;        ///< of a record
};

}  // namespace foyer::server
