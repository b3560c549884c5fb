// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/derived_id.hpp"
#include "titles/pack.hpp"

namespace foyer::titles {

Uuid packScope(std::string_view pack) { return crypto::derivedId(Uuid{}, "catalog", {pack}); }

Uuid packTitleId(const Uuid& scope, const PackTitle& title) {
  if (!title.imdb.empty()) return crypto::derivedId(scope, "titles", {"imdb", title.imdb});
  if (!title.tmdb.empty()) return crypto::derivedId(scope, "titles", {"tmdb", title.kind, title.tmdb});
  return crypto::derivedId(scope, "titles", {title.title, std::to_string(title.year), title.kind});
}

std::string packLine(const PackTitle& title) {
  std::string genres;
  for (const std::string& code : title.genres) genres += (genres.empty() ? "" : ";") + code;
  const auto number = [](std::int64_t n, std::int64_t none) {
    return n == none ? std::string() : std::to_string(n);
  };
  return title.title + '\t' + title.original + '\t' + number(title.year, 0) + '\t' +
         (title.kind == "tv" ? "series" : "movie") + '\t' + number(title.minutes, 0) + '\t' + genres + '\t' +
         title.imdb + '\t' + title.tmdb + '\t' + number(title.minimumAge, -1);
}

}  // namespace foyer::titles
