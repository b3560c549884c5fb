// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "server/app/command.hpp"
#include "server/cluster/private_cluster.hpp"
#include "server/config/config.hpp"
#include "server/db/pg_store.hpp"

namespace foyer::server::app {

/// The PostgreSQL that a command works on: the configured one, or the private one.
struct Database {
  std::string connection;                   ///< for libpq; may hold a password
  std::unique_ptr<PrivateCluster> cluster;  ///< null when a database_url is set
};

/// Finds or starts it. `attach`: a server that runs already may share its private one.
Result<Database> openDatabase(const config::Config& config, bool attach);

/// For the server: a private database is brought up to date; a configured one must be so already, since other
/// servers may run on it (`foyer-server migrate`).
Result<void> prepareSchema(const Database& database);

/// For commands: runs `work` on the configured database, without asking whether its schema is known. Returns
/// what `work` returns, or another status than 0 after saying why.
int withDatabase(const SettingsFlags& flags, const std::function<int(const std::string& connection)>& work);
/// The same with a store that opens what is sealed with this server's key.
int withStore(const SettingsFlags& flags,
              const std::function<int(const std::string& connection, PgStore& store)>& work);

}  // namespace foyer::server::app
