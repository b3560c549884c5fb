// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/family_service.hpp"
#include "server/accounts/project_service.hpp"
#include "server/config/config.hpp"
#include "server/db/pool.hpp"

namespace foyer::server::app {

AccountOptions accountOptions(const config::Config& config);
/// Reads, or makes, the master key in data_dir/keys.
Result<ServerKeys> serverKeys(const config::Config& config);

/// Accounts, families and projects, wired to the sync room, which makes the scopes.
class AccountServices {
 public:
  AccountServices(Pool& pool, ServerKeys keys, const AccountOptions& options, const Clock& clock,
                  SyncService& sync);

  AccountService& accounts() { return m_accounts; }
  FamilyService& families() { return m_families; }
  ProjectService& projects() { return m_projects; }
  ScopeCommands& commands() { return m_commands; }

 private:
  ServerKeys m_keys;
  AccountOptions m_options;
  AccountStore m_store;
  AccountService m_accounts;
  ScopeCommands m_commands;
  FamilyService m_families;
  ProjectService m_projects;
};

}  // namespace foyer::server::app
