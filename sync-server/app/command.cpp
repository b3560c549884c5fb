// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/command.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#ifndef FOYER_VERSION
#define FOYER_VERSION "0"
#endif

namespace foyer::server::app {

const char* version() { return FOYER_VERSION; }

void SettingsFlags::addTo(CLI::App& command) {
  command.add_option("--config", file, "Settings file (TOML); see sync-server/CONFIG.md")->type_name("FILE");
  command.add_option("--data", dataDir, "Folder of everything the server keeps (data_dir)")->type_name("DIR");
  command.add_option("--database-url", databaseUrl,
                     "PostgreSQL to use instead of a private one (database_url)");
  command.add_option("--port", port, "Port to listen on (http.port)");
  command.add_option("--set", set, "Any setting: --set key=value, repeatable")->type_name("KEY=VALUE");
}

Result<config::Config> SettingsFlags::load() const {
  config::Sources sources;
  if (file) sources.file = *file;
  sources.environment = config::processEnvironment();
  for (const std::string& one : set) {
    const auto equals = one.find('=');
    if (equals == std::string::npos) return Error{Code::badRequest, {}, "--set takes key=value, not " + one};
    sources.flags.emplace_back(one.substr(0, equals), one.substr(equals + 1));
  }
  if (dataDir) sources.flags.emplace_back("data_dir", *dataDir);
  if (databaseUrl) sources.flags.emplace_back("database_url", *databaseUrl);
  if (port) sources.flags.emplace_back("http.port", std::to_string(*port));
  return config::Config::load(sources);
}

int run(int argc, char** argv) {
  CLI::App root("The Foyer sync server.", "foyer-server");
  root.set_version_flag("--version", std::string("foyer-server ") + version());
  root.require_subcommand(1);
  Chosen chosen;
  addServe(root, chosen);
  addAdmin(root, chosen);
  addMigrate(root, chosen);
  addErase(root, chosen);
  addCatalog(root, chosen);
  addExport(root, chosen);
  addBackup(root, chosen);
  addRestore(root, chosen);
  addDoctor(root, chosen);
  addOpenApi(root, chosen);
  addConfigReference(root, chosen);
  try {
    root.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return root.exit(error) == 0 ? 0 : 2;
  }
  try {
    return chosen ? chosen() : 2;
  } catch (const std::exception& error) {
    std::cerr << "foyer-server: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace foyer::server::app
