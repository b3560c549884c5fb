// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>

#include "base/clock.hpp"
#include "database.hpp"
#include "server/app/command.hpp"
#include "server/db/bookkeeping.hpp"
#include "server/db/migrate.hpp"
#include "server/db/pg_store.hpp"
#include "server/sync/doctor.hpp"

namespace foyer::server::app {
namespace {

/// Prints what is wrong with one scope; how many things.
std::size_t examineScope(const std::string& connection, PgStore& store, const KnownScope& scope) {
  std::vector<std::string> found = examineBookkeeping(connection, scope.scope, SystemClock().wallMs());
  if (!scope.kind.empty()) {
    const auto records = examineRecords(store, scope.scope);
    if (records) found.insert(found.end(), records->begin(), records->end());
    if (!records) found.push_back(records.error().message);
  }
  if (found.empty()) return 0;
  std::cout << "scope " << scope.scope.str() << " (" << (scope.kind.empty() ? "not born" : scope.kind)
            << ")\n";
  for (const std::string& sentence : found) std::cout << "  " << sentence << "\n";
  return found.size();
}

int examine(const std::string& connection, PgStore& store, const std::string& only) {
  const auto known = checkSchema(connection);
  std::cout << "schema: " << (known ? "known to this server" : known.error().message) << "\n";
  if (!known) return 1;
  const auto wanted = only.empty() ? std::nullopt : Uuid::parse(only);
  if (!only.empty() && !wanted) {
    std::cerr << "foyer-server: A scope is named by its UUID, in lower case.\n";
    return 2;
  }
  std::size_t scopes = 0;
  std::size_t problems = 0;
  for (const KnownScope& scope : knownScopes(connection)) {
    if (wanted && scope.scope != *wanted) continue;
    ++scopes;
    problems += examineScope(connection, store, scope);
  }
  if (wanted && scopes == 0) {
    std::cerr << "foyer-server: There is no such scope.\n";
    return 1;
  }
  if (!wanted) {
    for (const std::string& sentence : examineOrphans(connection)) {
      std::cout << "database: " << sentence << "\n";
      ++problems;
    }
  }
  std::cout << scopes << " scopes read, "
            << (problems == 0 ? "all is well" : std::to_string(problems) + " things are wrong") << "\n";
  return problems == 0 ? 0 : 1;
}

}  // namespace

void addDoctor(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand(
      "doctor",
      "Checks the database, and every scope from end to end: sums against rows, versions, outcomes, members, "
      "references, files. Says in words what is wrong; the exit status is 1 then.");
  const auto flags = std::make_shared<SettingsFlags>();
  const auto scope = std::make_shared<std::string>();
  flags->addTo(*command);
  command->add_option("--scope", *scope, "Only this scope");
  command->callback([flags, scope, &chosen] {
    chosen = [flags, scope] {
      return withStore(*flags, [&](const std::string& connection, PgStore& store) {
        return examine(connection, store, *scope);
      });
    };
  });
}

}  // namespace foyer::server::app
