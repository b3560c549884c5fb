// SPDX-License-Identifier: GPL-3.0-or-later
// foyer-server backup and restore.
#include <CLI/CLI.hpp>
#include <iostream>

#include "base/clock.hpp"
#include "database.hpp"
#include "options.hpp"
#include "server/app/command.hpp"
#include "server/backup/backup.hpp"
#include "server/db/migrate.hpp"

namespace foyer::server::app {
namespace {

struct Wanted {
  SettingsFlags flags;
  std::string folder;
  bool checkOnly = false;
};

int fail(const Error& error) {
  std::cerr << "foyer-server: " << error.message << "\n";
  return 1;
}

int done(const char* what, const Result<BackupSummary>& summary) {
  if (!summary) return fail(summary.error());
  std::cout << what << ": " << summary->rows << " rows, " << summary->blobs << " files, " << summary->bytes
            << " bytes\n";
  return 0;
}

DataPlaces placesOf(const config::Config& config, const std::string& connection) {
  return {connection, blobFolder(config), masterKeyFile(config), ledgerFile(config)};
}

int backup(const Wanted& wanted) {
  const auto config = wanted.flags.load();
  if (!config) return fail(config.error()), 2;
  const auto database = openDatabase(*config, true);
  if (!database) return fail(database.error());
  if (auto known = checkSchema(database->connection); !known) return fail(known.error());
  return done("saved",
              writeBackup(placesOf(*config, database->connection), wanted.folder, SystemClock().wallMs()));
}

int restore(const Wanted& wanted) {
  if (wanted.checkOnly) return done("whole and unaltered", checkBackup(wanted.folder));
  const auto config = wanted.flags.load();
  if (!config) return fail(config.error()), 2;
  const std::filesystem::path dataDir = config->path("data_dir");
  if (auto finished = finishRestore(restoringFolder(*config)); !finished) return fail(finished.error());
  RestoreTarget target;
  target.places = placesOf(*config, config->text("database_url"));
  target.restoring = restoringFolder(*config);
  std::unique_ptr<PrivateCluster> cluster;
  if (target.places.connection.empty()) {
    target.moves.emplace_back(std::filesystem::absolute(target.restoring / "postgres"), dataDir / "postgres");
    target.openDatabase = [&]() -> Result<std::string> {
      ClusterOptions options = clusterOptions(*config, false);
      options.dir = target.restoring / "postgres";
      auto made = PrivateCluster::start(std::move(options));
      if (!made) return made.error();
      cluster = std::move(*made);
      return cluster->connectionString();
    };
    target.closeDatabase = [&] { cluster.reset(); };
  }
  return done("restored", restoreBackup(wanted.folder, target, SystemClock().wallMs()));
}

}  // namespace

void addBackup(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand(
      "backup", "Writes database, blobs, keys and ledger into a new folder; the server may go on meanwhile.");
  const auto wanted = std::make_shared<Wanted>();
  wanted->flags.addTo(*command);
  command->add_option("folder", wanted->folder, "The folder to make")->required()->type_name("DIR");
  command->callback([wanted, &chosen] { chosen = [wanted] { return backup(*wanted); }; });
}

void addRestore(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand(
      "restore",
      "Puts a backup into an empty place; overwrites nothing, all or nothing. Devices give back what they "
      "know better.");
  const auto wanted = std::make_shared<Wanted>();
  wanted->flags.addTo(*command);
  command->add_option("folder", wanted->folder, "A folder that `backup` made")->required()->type_name("DIR");
  command->add_flag("--check", wanted->checkOnly, "Only say whether the backup is whole and unaltered");
  command->callback([wanted, &chosen] { chosen = [wanted] { return restore(*wanted); }; });
}

}  // namespace foyer::server::app
