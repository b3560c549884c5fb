// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// One line of a pack of titles; every value has passed its field's declaration.
struct PackTitle {
  int line = 0;
  std::string title, original;
  std::string kind;          ///< "movie" or "tv"
  std::int64_t year = 0;     ///< 0: not known
  std::int64_t minutes = 0;  ///< 0: not known
  std::vector<std::string> genres;
  std::string imdb, tmdb;  ///< empty: none
};

/// What a genre is called, by its code.
struct PackGenre {
  std::string name, nameFr;
};
using PackGenres = std::map<std::string, PackGenre, std::less<>>;

/// Reads a pack; the error names the first damaged line and why (its field is "line <number>").
Result<std::vector<PackTitle>> parseTitles(std::string_view text);
Result<PackGenres> parseGenres(std::string_view text);

/// The pack that every server has, compiled in from assets/catalog.
std::string_view builtInTitles();
std::string_view builtInGenres();
inline constexpr std::string_view kBuiltInPack = "titles";

/// Scope of a pack, the same on every server.
Uuid catalogScope(std::string_view pack);

struct CatalogLoaded {
  std::size_t entries = 0;  ///< titles, or words, in the pack
  std::size_t changed = 0;  ///< rows written
  std::size_t removed = 0;  ///< rows that are no longer in the pack
};

/// Brings the pack's scope up to date in one transaction; makes the scope if need be. Idempotent: a row that
/// is as it should be keeps its version. Safe from several processes at once.
CatalogLoaded loadCatalog(SyncService& service, std::string_view pack, const std::vector<PackTitle>& titles,
                          const PackGenres& genres);
/// The built-in pack. Throws std::logic_error if it is damaged, which a test rules out.
CatalogLoaded loadBuiltInCatalog(SyncService& service);

/// Countries, cities, nationalities, talent types and skills, as every app has them.
inline constexpr std::string_view kReferencePack = "reference";
CatalogLoaded loadReference(SyncService& service);

}  // namespace foyer::server
