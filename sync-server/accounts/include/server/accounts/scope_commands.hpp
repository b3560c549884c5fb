// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "server/accounts/account_service.hpp"
#include "server/accounts/acting.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// What families and projects share: commands that change server-owned records of a scope (design law 12).
/// Each is written in one transaction of its scope; a thrown foyer::Error takes it back. Thread-safe; blocks.
class ScopeCommands {
 public:
  ScopeCommands(AccountService& accounts, SyncService& sync) : m_accounts(accounts), m_sync(sync) {}

  AccountService& accounts() { return m_accounts; }
  SyncService& sync() { return m_sync; }
  std::int64_t nowMs() const { return m_accounts.clock().wallMs(); }

  /// The caller's role; throws notFound for scopes of another kind and for strangers: they learn nothing.
  std::string roleIn(const Uuid& scope, schema::Scope kind, const Acting& who);
  /// Writes in the scope after the caller's role was read again under its lock. `notFound` for strangers.
  void write(const Uuid& scope, const Acting& who,
             const std::function<void(ScopeWriter& writer, const std::string& role)>& fn,
             std::vector<RecordKey> records = {});
  void writeAsServer(const Uuid& scope, const std::function<void(ScopeWriter& writer)>& fn,
                     std::vector<RecordKey> records = {});
  /// Makes a member, shows their name, and gives names to members who have none yet.
  void join(ScopeWriter& writer, const Uuid& account, const std::string& role);
  /// Live records of one collection of a scope.
  std::vector<model::Record> all(const Uuid& scope, std::string_view collection);
  /// Into the audit log, in the transaction of the change itself.
  static void audit(ScopeWriter& writer, std::string_view category, std::string_view action,
                    const Acting& who, std::string subject, std::string_view severity = "info");

 private:
  AccountService& m_accounts;
  SyncService& m_sync;
};

bool isManager(std::string_view role);
/// Members of a scope with this role, as the transaction sees them.
int countRole(ScopeWriter& writer, std::string_view role);

}  // namespace foyer::server
