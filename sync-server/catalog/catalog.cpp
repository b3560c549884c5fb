// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalog/catalog.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "model/identity.hpp"
#include "pack_scope.hpp"
#include "schema/collections.hpp"

namespace foyer::server {

using titles::PackGenres;
using titles::PackTitle;

namespace {

const schema::Collection& collectionOf(std::string_view name) { return schema::collection(name); }

/// A genre that has no name of its own: its code, readable.
std::string spoken(std::string_view code) {
  std::string name(code);
  std::replace(name.begin(), name.end(), '_', ' ');
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

class PackRecords {
 public:
  explicit PackRecords(const Uuid& scope) : m_scope(scope) {}

  void genre(const std::string& code, const PackGenres& names) {
    if (!m_genres.insert(code).second) return;
    model::Record record(collectionOf("genres"), m_scope, {});
    record.at("code") = code;
    const auto named = names.find(code);
    record.at("name") = named == names.end() ? spoken(code) : named->second.name;
    if (named != names.end() && !named->second.nameFr.empty()) record.at("name_fr") = named->second.nameFr;
    add(std::move(record));
  }

  void title(const PackTitle& title) {
    model::Record record(collectionOf("titles"), m_scope, titles::packTitleId(m_scope, title));
    record.at("kind") = title.kind;
    record.at("title") = title.title;
    if (!title.original.empty()) record.at("original_title") = title.original;
    if (title.year != 0) record.at("year") = title.year;
    if (title.minutes != 0) record.at("runtime_minutes") = title.minutes;
    if (title.minimumAge >= 0) record.at("minimum_age") = title.minimumAge;
    if (!title.genres.empty()) record.at("genres") = model::makeSet(title.genres);
    const Uuid id = record.id;
    all.push_back(std::move(record));
    externalId(id, title, "imdb", title.imdb);
    externalId(id, title, "tmdb", title.tmdb);
    rating(id, title);
  }

  std::vector<model::Record> all;

 private:
  void externalId(const Uuid& title, const PackTitle& of, const std::string& source,
                  const std::string& number) {
    if (number.empty()) return;
    model::Record record(collectionOf("external_ids"), m_scope, {});
    record.at("title") = title;
    record.at("source") = source;
    record.at("kind") = of.kind;
    record.at("external_id") = number;
    add(std::move(record));
  }

  void rating(const Uuid& title, const PackTitle& of) {
    if (of.votes == 0) return;
    model::Record record(collectionOf("title_ratings"), m_scope, {});
    record.at("title") = title;
    record.at("source") = std::string("imdb");
    record.at("score") = of.score;
    record.at("votes") = of.votes;
    add(std::move(record));
  }

  void add(model::Record record) {
    record.id = *model::naturalId(record);
    all.push_back(std::move(record));
  }

  Uuid m_scope;
  std::set<std::string> m_genres;
};

}  // namespace

CatalogLoaded loadCatalog(SyncService& service, std::string_view name, const std::vector<PackTitle>& pack,
                          const PackGenres& genres) {
  const Uuid scope = titles::packScope(name);
  PackRecords records(scope);
  for (const auto& [code, names] : genres) records.genre(code, genres);
  for (const PackTitle& title : pack) {
    for (const std::string& code : title.genres) records.genre(code, genres);
    records.title(title);
  }
  return bringUpToDate(service, scope, records.all, pack.size());
}

CatalogLoaded loadBuiltInCatalog(SyncService& service) {
  const auto pack = titles::parseTitles(titles::builtInTitles());
  const auto genres = titles::parseGenres(titles::builtInGenres());
  if (!pack || !genres) {
    throw std::logic_error("The built-in catalogue is damaged: " +
                           (pack ? genres.error() : pack.error()).message);
  }
  return loadCatalog(service, titles::kBuiltInPack, *pack, *genres);
}

}  // namespace foyer::server
