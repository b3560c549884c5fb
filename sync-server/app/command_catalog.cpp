// SPDX-License-Identifier: GPL-3.0-or-later
// foyer-server catalog: packs of titles that everybody reads.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "database.hpp"
#include "server/app/command.hpp"
#include "server/catalog/catalog.hpp"
#include "server/catalog/imdb_files.hpp"
#include "server/db/pg_store.hpp"

namespace foyer::server::app {
namespace {

struct Wanted {
  SettingsFlags flags;
  std::string file, pack;
  std::vector<std::string> files;
  std::size_t most = 100'000;
};

int fail(const Error& error) {
  std::cerr << "foyer-server: " << error.message << "\n";
  return 1;
}

/// Brings the pack's scope up to date in the configured database.
int load(const Wanted& wanted, const std::string& name, const std::vector<titles::PackTitle>& pack) {
  if (name == titles::kBuiltInPack || name == kReferencePack) {
    return fail({Code::badRequest, "pack",
                 "The pack \"" + name + "\" is built in; give yours another name with --pack."});
  }
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
  const CatalogLoaded loaded = loadCatalog(service, name, pack, *genres);
  std::cout << name << ": " << loaded.entries << " titles, " << loaded.changed << " rows changed, "
            << loaded.removed << " removed, scope " << titles::packScope(name).str() << "\n";
  return 0;
}

int loadFile(const Wanted& wanted) {
  std::ifstream in(wanted.file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return fail({Code::notFound, "file", "Can't read " + wanted.file + "."});
  const auto pack = titles::parseTitles(text.str());
  if (!pack) return fail({pack.error().code, {}, wanted.file + ", " + pack.error().message});
  return load(wanted, wanted.pack.empty() ? std::filesystem::path(wanted.file).stem().string() : wanted.pack,
              *pack);
}

int importImdb(const Wanted& wanted) {
  const auto read = readImdbFiles(wanted.files, wanted.most);
  if (!read) return fail(read.error());
  std::cout << read->lines << " lines read: " << read->titles.size() << " titles taken, " << read->known
            << " known already, " << read->beyond << " beyond --most, " << read->damaged << " damaged\n";
  for (const std::string& place : read->firstDamaged) std::cout << "  damaged: " << place << "\n";
  return load(wanted, wanted.pack.empty() ? "imdb" : wanted.pack, read->titles);
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
  command->callback([wanted, &chosen] { chosen = [wanted] { return loadFile(*wanted); }; });

  auto* imdb = catalog->add_subcommand(
      "import-imdb", "Makes a pack of IMDb's data files (title.basics and title.ratings, plain or .gz).");
  const auto files = std::make_shared<Wanted>();
  files->flags.addTo(*imdb);
  imdb->add_option("files", files->files, "As IMDb gives them out, for personal and non-commercial use")
      ->type_name("FILE")
      ->required();
  imdb->add_option("--pack", files->pack, "Name of the pack; \"imdb\" without it");
  imdb->add_option("--most", files->most, "How many titles, those with the most votes first")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  imdb->callback([files, &chosen] { chosen = [files] { return importImdb(*files); }; });
}

}  // namespace foyer::server::app
