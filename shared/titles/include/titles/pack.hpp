// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/uuid.hpp"

namespace foyer::titles {

/// One line of a pack of titles; every value has passed its field's declaration.
struct PackTitle {
  int line = 0;
  std::string title, original;
  std::string kind;              ///< "movie" or "tv"
  std::int64_t year = 0;         ///< 0: not known
  std::int64_t minutes = 0;      ///< 0: not known
  std::int64_t minimumAge = -1;  ///< years; -1: not known
  std::vector<std::string> genres;
  std::string imdb, tmdb;  ///< empty: none
  std::int64_t score = 0;  ///< at IMDb, tenths of 10; not part of a pack's line
  std::int64_t votes = 0;  ///< behind the score; 0: none is known
};

/// What a genre is called, by its code.
struct PackGenre {
  std::string name, nameFr;
};
using PackGenres = std::map<std::string, PackGenre, std::less<>>;

/// Reads a pack; the error names the first damaged line and why (its field is "line <number>").
Result<std::vector<PackTitle>> parseTitles(std::string_view text);
Result<PackGenres> parseGenres(std::string_view text);
/// The line of a title in a pack, without its end.
std::string packLine(const PackTitle& title);

/// The pack that every server and every app carries, compiled in from assets/catalog.
std::string_view builtInTitles();
std::string_view builtInGenres();
inline constexpr std::string_view kBuiltInPack = "titles";

/// Scope of a pack, the same everywhere.
Uuid packScope(std::string_view pack);
/// The id of a pack's title, the same everywhere: from its IMDb id, else its TMDB id, else title, year and
/// kind.
Uuid packTitleId(const Uuid& scope, const PackTitle& title);

}  // namespace foyer::titles
