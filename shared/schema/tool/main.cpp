// SPDX-License-Identifier: GPL-3.0-or-later
// schema-tool: what is written from the list. `docs` prints COLLECTIONS.md, `postgres [COLLECTION...]` the
// draft of a migration.
#include <iostream>
#include <string_view>

#include "docs.hpp"
#include "schema/collections.hpp"
#include "schema/postgres.hpp"

namespace {

int printTables(int count, char** names) {
  using namespace foyer::schema;
  for (int i = 0; i < count; ++i) {
    const Collection* c = findCollection(std::string_view(names[i]));
    if (c == nullptr) return std::cerr << "No collection named " << names[i] << ".\n", 1;
    std::cout << postgresTable(*c);
  }
  if (count > 0) return 0;
  for (const Collection& c : collections()) std::cout << postgresTable(c) << "\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view verb = argc > 1 ? argv[1] : "";
  if (verb == "docs") return foyer::schema::writeDocs(std::cout), 0;
  if (verb == "postgres") return printTables(argc - 2, argv + 2);
  std::cerr << "schema-tool docs | postgres [COLLECTION...]\n";
  return 2;
}
