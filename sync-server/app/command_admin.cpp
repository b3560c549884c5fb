// SPDX-License-Identifier: GPL-3.0-or-later
// foyer-server admin: what only the machine's operator may do.
#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "account_services.hpp"
#include "database.hpp"
#include "server/app/command.hpp"
#include "server/db/pg_store.hpp"
#include "server/rules/foyer_rules.hpp"

namespace foyer::server::app {
namespace {

struct Wanted {
  SettingsFlags flags;
  std::string email, name;
};

int fail(const Error& error) {
  std::cerr << "foyer-server: " << error.message << "\n";
  return 1;
}

/// From a prompt without echo, or one line of standard input: never from the command line, where others see
/// it.
std::string readPassword() {
  termios before{};
  const bool terminal = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before) == 0;
  if (terminal) {
    std::cerr << "Password (at least 15 characters): ";
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  std::string line;
  std::getline(std::cin, line);
  if (terminal) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::cerr << "\n";
  }
  return line;
}

int createAdmin(const Wanted& wanted) {
  const auto config = wanted.flags.load();
  if (!config) {
    std::cerr << "foyer-server: " << config.error().message << "\n";
    return 2;
  }
  auto keys = serverKeys(*config);
  if (!keys) return fail(keys.error());
  const auto database = openDatabase(*config, true);
  if (!database) return fail(database.error());
  if (auto ready = prepareSchema(*database); !ready) return fail(ready.error());
  const SystemClock clock;
  const FoyerRules rules;
  Pool pool(database->connection);
  PgStore store(database->connection);
  SyncService sync(store, clock, rules);
  AccountServices services(pool, std::move(*keys), accountOptions(*config), clock, sync);
  const auto made = services.accounts().createAdmin(wanted.email, readPassword(), wanted.name);
  if (!made) return fail(made.error());
  std::cout << made->str() << "\n";
  return 0;
}

}  // namespace

void addAdmin(CLI::App& root, Chosen& chosen) {
  auto* admin = root.add_subcommand("admin", "Administrators of the server.");
  admin->require_subcommand(1);
  auto* create = admin->add_subcommand(
      "create",
      "Makes an administrator, or makes an existing account one; reads the password from standard input.");
  const auto wanted = std::make_shared<Wanted>();
  wanted->flags.addTo(*create);
  create->add_option("--email", wanted->email, "E-mail address")->required();
  create->add_option("--name", wanted->name, "Name as others see it");
  create->callback([wanted, &chosen] { chosen = [wanted] { return createAdmin(*wanted); }; });
}

}  // namespace foyer::server::app
