// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pqxx/pqxx>

#include "server/db/account_store.hpp"

namespace foyer::server {

/// AccountTx on one libpqxx transaction.
class PgAccountTx final : public AccountTx {
 public:
  explicit PgAccountTx(pqxx::work& work) : m_work(work) {}

  std::optional<AccountRow> account(const Uuid& id) override;
  std::optional<AccountRow> accountByEmail(std::string_view foldedEmail) override;
  std::optional<AccountRow> accountByCode(std::string_view code) override;
  bool addAccount(const AccountRow& account, std::int64_t nowMs) override;
  void setPassword(const Uuid& account, std::string_view hash, std::int64_t nowMs) override;
  void setRoles(const Uuid& account, std::string_view roles, std::int64_t nowMs) override;
  void addCode(const Uuid& account, std::string_view code) override;

  std::optional<DeviceIdentityRow> device(const Uuid& device) override;
  void putDevice(const DeviceIdentityRow& device, std::int64_t nowMs) override;

  std::optional<SessionRow> session(const Uuid& session) override;
  void addSession(const SessionRow& session) override;
  void moveSession(const Uuid& session, const Uuid& device) override;
  void seen(const Uuid& session, std::string_view peer, std::int64_t nowMs, std::int64_t expiresMs) override;
  std::vector<SessionRow> sessionsOf(const Uuid& subject, std::int64_t nowMs) override;
  bool revoke(const Uuid& session, std::string_view reason, std::int64_t nowMs) override;
  std::vector<Uuid> revokeAll(const Uuid& subject, const Uuid& except, std::string_view reason,
                              std::int64_t nowMs) override;
  std::vector<Uuid> revokedSince(std::int64_t sinceMs) override;

  std::optional<RefreshTokenRow> refreshToken(const Bytes& hash) override;
  void addRefreshToken(const RefreshTokenRow& token) override;
  void rotate(const Bytes& hash, const Bytes& successor, std::int64_t nowMs) override;

  CounterRow counter(std::string_view subject) override;
  void putCounter(const CounterRow& counter) override;

  void addToken(const OneTimeTokenRow& token) override;
  std::optional<OneTimeTokenRow> token(const Bytes& hash) override;
  std::optional<OneTimeTokenRow> tokenOf(const Uuid& scope, const Uuid& subject,
                                         std::string_view kind) override;
  bool useToken(const Bytes& hash, const Uuid& by, std::int64_t nowMs) override;
  void dropTokens(const Uuid& scope, const Uuid& subject) override;

  BadgeKeyRow badgeKey(const Uuid& project, std::int64_t nowMs,
                       const std::function<Bytes(std::int64_t)>& make) override;
  bool beginErasure(const Uuid& subject, std::string_view kind, const Uuid& scope,
                    std::int64_t nowMs) override;
  void finishErasure(const Uuid& subject, std::int64_t nowMs) override;
  std::vector<ErasureRow> openErasures() override;
  void forgetAccount(const Uuid& account, std::string_view foldedEmail) override;
  void audit(const AuditEntry& entry, std::int64_t nowMs) override;

 private:
  template <class... Args>
  pqxx::result exec(const char* sql, Args&&... args) {
    return m_work.exec_params(sql, std::forward<Args>(args)...);
  }
  pqxx::work& m_work;
};

}  // namespace foyer::server
