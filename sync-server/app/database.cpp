// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.hpp"

#include <iostream>

#include "account_services.hpp"
#include "options.hpp"
#include "server/db/migrate.hpp"
#include "server/ops/log.hpp"

namespace foyer::server::app {

Result<Database> openDatabase(const config::Config& config, bool attach) {
  Database out;
  out.connection = config.text("database_url");
  if (!out.connection.empty()) return out;
  auto cluster = PrivateCluster::start(clusterOptions(config, attach));
  if (!cluster) return cluster.error();
  out.cluster = std::move(*cluster);
  out.connection = out.cluster->connectionString();
  return out;
}

Result<void> prepareSchema(const Database& database) {
  if (!database.cluster) return checkSchema(database.connection);
  const auto applied = migrate(database.connection);
  if (!applied) return applied.error();
  for (const std::string& name : *applied) ops::logInfo("migrated", {{"migration", name}});
  return {};
}

int withDatabase(const SettingsFlags& flags, const std::function<int(const std::string& connection)>& work) {
  const auto config = flags.load();
  if (!config) {
    std::cerr << "foyer-server: " << config.error().message << "\n";
    return 2;
  }
  const auto database = openDatabase(*config, true);
  if (!database) {
    std::cerr << "foyer-server: " << database.error().message << "\n";
    return 1;
  }
  return work(database->connection);
}

int withStore(const SettingsFlags& flags,
              const std::function<int(const std::string& connection, PgStore& store)>& work) {
  const auto config = flags.load();
  const auto keys = config ? serverKeys(*config) : Result<ServerKeys>(config.error());
  if (!keys) {
    std::cerr << "foyer-server: " << keys.error().message << "\n";
    return 2;
  }
  return withDatabase(flags, [&](const std::string& connection) {
    PgStore store(connection, {}, FieldSeal(keys->sealKey()));
    return work(connection, store);
  });
}

}  // namespace foyer::server::app
