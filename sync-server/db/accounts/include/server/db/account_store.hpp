// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/db/account_rows.hpp"

namespace foyer::server {

class Pool;

/// One transaction over the account tables. Belongs to the thread that runs AccountStore::transaction.
class AccountTx {
 public:
  virtual ~AccountTx() = default;

  virtual std::optional<AccountRow> account(const Uuid& id) = 0;
  virtual std::optional<AccountRow> accountByEmail(std::string_view foldedEmail) = 0;
  virtual std::optional<AccountRow> accountByCode(std::string_view code) = 0;
  /// False when the id or the e-mail address is taken, or an account of this id was erased.
  virtual bool addAccount(const AccountRow& account, std::int64_t nowMs) = 0;
  virtual void setPassword(const Uuid& account, std::string_view hash, std::int64_t nowMs) = 0;
  virtual void setRoles(const Uuid& account, std::string_view roles, std::int64_t nowMs) = 0;
  virtual void addCode(const Uuid& account, std::string_view code) = 0;

  virtual std::optional<DeviceIdentityRow> device(const Uuid& device) = 0;
  virtual void putDevice(const DeviceIdentityRow& device, std::int64_t nowMs) = 0;

  /// Locks the row until the transaction ends, so that two uses of one session come one after the other.
  virtual std::optional<SessionRow> session(const Uuid& session) = 0;
  virtual void addSession(const SessionRow& session) = 0;
  virtual void moveSession(const Uuid& session, const Uuid& device) = 0;
  virtual void seen(const Uuid& session, std::string_view peer, std::int64_t nowMs,
                    std::int64_t expiresMs) = 0;
  /// In force, newest use first.
  virtual std::vector<SessionRow> sessionsOf(const Uuid& subject, std::int64_t nowMs) = 0;
  /// False when it was not in force.
  virtual bool revoke(const Uuid& session, std::string_view reason, std::int64_t nowMs) = 0;
  /// All of a subject's sessions but `except`. Returns those revoked.
  virtual std::vector<Uuid> revokeAll(const Uuid& subject, const Uuid& except, std::string_view reason,
                                      std::int64_t nowMs) = 0;
  virtual std::vector<Uuid> revokedSince(std::int64_t sinceMs) = 0;

  virtual std::optional<RefreshTokenRow> refreshToken(const Bytes& hash) = 0;
  virtual void addRefreshToken(const RefreshTokenRow& token) = 0;
  virtual void rotate(const Bytes& hash, const Bytes& successor, std::int64_t nowMs) = 0;

  /// Locks the counter until the transaction ends.
  virtual CounterRow counter(std::string_view subject) = 0;
  virtual void putCounter(const CounterRow& counter) = 0;

  virtual void addToken(const OneTimeTokenRow& token) = 0;
  /// Locks the token until the transaction ends.
  virtual std::optional<OneTimeTokenRow> token(const Bytes& hash) = 0;
  virtual std::optional<OneTimeTokenRow> tokenOf(const Uuid& scope, const Uuid& subject,
                                                 std::string_view kind) = 0;
  /// False when it was used already.
  virtual bool useToken(const Bytes& hash, const Uuid& by, std::int64_t nowMs) = 0;
  virtual void dropTokens(const Uuid& scope, const Uuid& subject) = 0;

  /// The key in force. `make` gives the sealed seed for a new number and is called once if there is none.
  virtual BadgeKeyRow badgeKey(const Uuid& project, std::int64_t nowMs,
                               const std::function<Bytes(std::int64_t number)>& make) = 0;

  /// False when it was asked for before.
  virtual bool beginErasure(const Uuid& subject, std::string_view kind, const Uuid& scope,
                            std::int64_t nowMs) = 0;
  virtual void finishErasure(const Uuid& subject, std::int64_t nowMs) = 0;
  /// Begun and not finished, oldest first.
  virtual std::vector<ErasureRow> openErasures() = 0;
  /// Removes everything that these tables know of an account; of its ended sessions only ids stay.
  virtual void forgetAccount(const Uuid& account, std::string_view foldedEmail) = 0;

  virtual void audit(const AuditEntry& entry, std::int64_t nowMs) = 0;
};

/// Accounts, sessions, tokens and the audit log in PostgreSQL. Thread-safe; blocks; a lost database throws.
class AccountStore {
 public:
  explicit AccountStore(Pool& pool) : m_pool(pool) {}
  /// All or nothing; `fn` may run twice when the database asks for a retry.
  void transaction(std::string_view name, const std::function<void(AccountTx&)>& fn);

  template <class F>
  auto query(std::string_view name, F&& fn) -> decltype(fn(std::declval<AccountTx&>())) {
    std::optional<decltype(fn(std::declval<AccountTx&>()))> out;
    transaction(name, [&](AccountTx& tx) { out.emplace(fn(tx)); });
    return std::move(*out);
  }

  /// Recomputes the chain of the audit log. The number of the first entry that doesn't fit, or none.
  std::optional<std::int64_t> firstBrokenAudit();

 private:
  Pool& m_pool;
};

}  // namespace foyer::server
