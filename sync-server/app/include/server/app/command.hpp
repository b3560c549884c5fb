// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/config/config.hpp"

namespace CLI {
class App;
}

namespace foyer::server::app {

/// The options that every command which needs settings understands. Must outlive the parsing.
struct SettingsFlags {
  std::optional<std::string> file, dataDir, databaseUrl;
  std::optional<int> port;
  std::vector<std::string> set;  ///< "key=value"

  void addTo(CLI::App& command);
  Result<config::Config> load() const;
};

/// The version that `--version` prints.
const char* version();

/// Runs the command line and returns the exit status.
int run(int argc, char** argv);

// One function per command; it declares its options and sets what to run.
using Chosen = std::function<int()>;
void addAdmin(CLI::App& root, Chosen& chosen);
void addServe(CLI::App& root, Chosen& chosen);
void addCatalog(CLI::App& root, Chosen& chosen);
void addErase(CLI::App& root, Chosen& chosen);
void addMigrate(CLI::App& root, Chosen& chosen);
void addExport(CLI::App& root, Chosen& chosen);
void addBackup(CLI::App& root, Chosen& chosen);
void addRestore(CLI::App& root, Chosen& chosen);
void addDoctor(CLI::App& root, Chosen& chosen);
void addOpenApi(CLI::App& root, Chosen& chosen);
void addConfigReference(CLI::App& root, Chosen& chosen);

}  // namespace foyer::server::app
