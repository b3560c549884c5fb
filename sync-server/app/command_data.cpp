// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that look at the database, or bring it up to date. A private database that a running server owns
// is shared.
#include <CLI/CLI.hpp>
#include <iostream>

#include "database.hpp"
#include "protocol/codec.hpp"
#include "server/app/command.hpp"
#include "server/db/migrate.hpp"
#include "server/db/pg_store.hpp"

namespace foyer::server::app {
namespace {

int fail(const Error& error) {
  std::cerr << "foyer-server: " << error.message << "\n";
  return 1;
}

int migrateNow(const std::string& connection) {
  const auto applied = migrate(connection);
  if (!applied) return fail(applied.error());
  for (const std::string& name : *applied) std::cout << "applied " << name << "\n";
  if (applied->empty()) std::cout << "up to date\n";
  return 0;
}

int exportNow(const std::string& connection, PgStore& store, const std::string& scopeText) {
  const auto scope = Uuid::parse(scopeText);
  if (!scope) return fail({Code::badRequest, "scope", "A scope is named by its UUID, in lower case."});
  if (auto known = checkSchema(connection); !known) return fail(known.error());
  const auto row = store.exportScope(*scope, [](const model::Record& record) {
    const std::string line = protocol::exportLine(record);
    std::cout << line;
    if (!line.ends_with('\n')) std::cout << '\n';
  });
  if (!row) return fail({Code::notFound, "scope", "There is no such scope."});
  std::cerr << "head " << row->head << " digest " << row->digest.hex() << "\n";
  return 0;
}

}  // namespace

void addMigrate(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand("migrate", "Brings the database up to date; forward only.");
  const auto flags = std::make_shared<SettingsFlags>();
  flags->addTo(*command);
  command->callback([flags, &chosen] { chosen = [flags] { return withDatabase(*flags, migrateNow); }; });
}

void addExport(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand("export", "Prints a scope in canonical form, one record per line.");
  const auto flags = std::make_shared<SettingsFlags>();
  const auto scope = std::make_shared<std::string>();
  flags->addTo(*command);
  command->add_option("scope", *scope, "Id of the scope")->required();
  command->callback([flags, scope, &chosen] {
    chosen = [flags, scope] {
      return withStore(*flags, [&](const std::string& connection, PgStore& store) {
        return exportNow(connection, store, *scope);
      });
    };
  });
}

}  // namespace foyer::server::app
