// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "crypto/password.hpp"

namespace foyer::server {

/// Who may register.
enum class Registration { open, invite, closed };

/// When failed sign-ins slow down and lock.
struct LockoutOptions {
  int attempts = 5;                        ///< the one that locks
  std::int64_t lockMs = 15LL * 60 * 1000;  ///< first lock; doubles with each one that follows
  std::int64_t maxLockMs = 24LL * 3600 * 1000;
  std::int64_t firstDelayMs = 1000;  ///< before the third attempt; doubles with each further one
  std::int64_t forgetMs =
      24LL * 3600 * 1000;  ///< without a failure for so long after a lock, all is forgotten
};

/// Settings of accounts. Times in milliseconds.
struct AccountOptions {
  Registration registration = Registration::open;
  std::int64_t accessTokenMs = 15LL * 60 * 1000;
  std::int64_t refreshTokenMs = 90LL * 24 * 3600 * 1000;  ///< from the last use
  /// A token that was just exchanged is answered once more for this long, for clients that don't sign; those
  /// that sign may ask again until the new one was used.
  std::int64_t refreshGraceMs = 60'000;
  std::int64_t invitationMs = 7LL * 24 * 3600 * 1000;
  std::int64_t kioskTokenMs = 10LL * 60 * 1000;
  /// How long a revocation made by another server process may stay unnoticed here.
  std::int64_t revocationPollMs = 2000;
  /// Accounts that one address may make in an hour; 0: any number. The machine itself is not limited.
  int registrationsPerHour = 100;
  int parallelPasswords = 2;  ///< each takes one core and 64 MiB for 0.1 s
  int waitingPasswords = 4;   ///< more are told to come back
  std::int64_t passwordWaitMs = 2000;
  crypto::PasswordCost passwordCost;
  LockoutOptions lockout;
};

}  // namespace foyer::server
