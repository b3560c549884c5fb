// SPDX-License-Identifier: GPL-3.0-or-later
// foyer-server catalog: packs of titles that everybody reads.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "database.hpp"
#include "server/app/command.hpp"
#include "server/catalog/catalog.hpp"
#include "server/db/pg_store.hpp"

namespace foyer::server::app {
namespace {

struct Wanted {
  SettingsFlags flags;
  std::string file, pack;
};

int fail(const Error& error) {
  std::cerr << "foyer-server: " << error.message << "\n";
  return 1;
}

int load(const Wanted& wanted) {
  const std::string name =
      wanted.pack.empty() ? std::filesystem::path(wanted.file).stem().string() : wanted.pack;
  if (name == titles::kBuiltInPack || name == kReferencePack) {
    return fail({Code::badRequest, "pack",
                 "The pack \"" + name + "\" is built in; give yours another name with --pack."});
  }
  std::ifstream in(wanted.file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return fail({Code::notFound, "file", "Can't read " + wanted.file + "."});
  const auto pack = titles::parseTitles(text.str());
  if (!pack) return fail({pack.error().code, {}, wanted.file + ", " + pack.error().message});
  const auto genres = titles::parseGenres(titles::builtInGenres());
  if (!genres) return fail(genres.error());

  const auto config = wanted.flags.load();
  if (!config) {
    std::cerr << "foyer-server: " << config.error().message << "\n";
    return 2;
  }
  const auto database = openDatabase(*config, true);
  if (!database) return fail(database.error());
  if (auto ready = prepareSchema(*database); !ready) return fail(ready.error());
  const SystemClock clock;
  const Rules rules;
  PgStore store(database->connection);
  SyncService service(store, clock, rules);
  const CatalogLoaded loaded = loadCatalog(service, name, *pack, *genres);
  std::cout << name << ": " << loaded.entries << " titles, " << loaded.changed << " rows changed, "
            << loaded.removed << " removed, scope " << titles::packScope(name).str() << "\n";
  return 0;
}

}  // namespace

void addCatalog(CLI::App& root, Chosen& chosen) {
  auto* catalog = root.add_subcommand("catalog", "Titles that everybody reads.");
  catalog->require_subcommand(1);
  auto* command = catalog->add_subcommand("load", "Brings a pack of titles up to date from a file.");
  const auto wanted = std::make_shared<Wanted>();
  wanted->flags.addTo(*command);
  command->add_option("file", wanted->file, "One title a line; the form is in shared/titles/README.md")
      ->type_name("FILE")
      ->required();
  command->add_option("--pack", wanted->pack, "Name of the pack; without it the file's, without its ending");
  command->callback([wanted, &chosen] { chosen = [wanted] { return load(*wanted); }; });
}

}  // namespace foyer::server::app
