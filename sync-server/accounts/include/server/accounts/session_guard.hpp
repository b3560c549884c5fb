// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "server/accounts/access_token.hpp"
#include "server/accounts/account_options.hpp"
#include "server/accounts/server_keys.hpp"
#include "server/db/account_store.hpp"

namespace foyer::server {

/// Decides whether an access token still counts, without a query: signature, time, and the set of sessions
/// revoked within a token's lifetime. The set is told of revocations made here at once, and asks the database
/// for those of other server processes every few seconds. Thread-safe; may block on the database.
class SessionGuard {
 public:
  SessionGuard(AccountStore& store, const ServerKeys& keys, const AccountOptions& options, const Clock& clock)
      : m_store(store), m_keys(keys), m_options(options), m_clock(clock) {}

  Result<AccessClaims> authenticate(std::string_view token);
  /// For connections that outlive a request.
  bool isRevoked(const Uuid& session);
  void revoked(std::span<const Uuid> sessions);

 private:
  void refreshIfOld();

  AccountStore& m_store;
  const ServerKeys& m_keys;
  const AccountOptions& m_options;
  const Clock& m_clock;
  std::mutex m_mutex;
  std::unordered_set<Uuid> m_revoked;
  std::vector<Uuid> m_told;     ///< revoked here since the database was last asked
  std::int64_t m_askedMs = -1;  ///< steady
  bool m_asking = false;
};

}  // namespace foyer::server
