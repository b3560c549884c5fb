// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "store/store.hpp"

namespace foyer::bench {

/// Rows of one scope given to a store page by page, as a first sync does.
class Filler {
 public:
  Filler(store::Store& store, const Uuid& scope) : m_store(store), m_scope(scope) {}

  void add(model::Record row) {
    row.version = ++m_version;
    row.createdMs = row.updatedMs = 1'750'000'000'000 + m_version;
    m_rows.push_back(std::move(row));
    if (m_rows.size() == kPage) send(true);
  }
  /// The last page; afterwards the search index is complete.
  void finish() {
    send(false);
    while (m_store.indexSome(5'000)) {
    }
  }

 private:
  static constexpr std::size_t kPage = 5'000;
  void send(bool more) {
    protocol::PageHeader header;
    header.scope = m_scope;
    header.epoch = 1;
    header.head = m_version;
    header.more = more;
    header.next.since = more ? 0 : m_version;
    header.next.target = m_version;
    m_store.applyPage(header, m_rows);
    m_rows.clear();
  }

  store::Store& m_store;
  Uuid m_scope;
  std::vector<model::Record> m_rows;
  std::int64_t m_version = 0;
};

inline model::Record bigPhoto(const Uuid& scope, int i) {
  char text[128];
  std::snprintf(text, sizeof text, "%064x", static_cast<unsigned>(i) * 2654435761U);
  const std::string hash(text);
  const schema::Collection& photos = schema::collection("photos");
  model::Record row(photos, scope, crypto::derivedId(scope, photos.name, {hash}));
  row.at("hothash") = hash;
  std::snprintf(text, sizeof text, "Picture number %05d", i);
  row.at("title") = std::string(text);
  row.at("description") =
      std::string("Late light on the harbour wall, take after take, with the two of them at the door.")
          .substr(0, 80);
  row.at("tags") =
      model::makeSet({"harbour", "tag" + std::to_string(i % 97), "year" + std::to_string(i % 20)});
  row.at("rating") = std::int64_t{i % 6};
  std::snprintf(text, sizeof text, "2026-%02d-%02dT%02d:%02d:05.000+02:00", i % 12 + 1, i % 28 + 1, i % 24,
                i % 60);
  row.at("taken_at") = std::string(text);
  row.at("position") = std::string("48.85661400,2.35222190");
  return row;
}

/// A title that nobody would take for another: two words out of three hundred and a number.
inline std::string inventedTitle(int i) {
  static const char* const kFirst[] = {"The Quay",  "A Winter",     "Portrait", "Close",  "Summer",
                                       "Stalking",  "Les Marées",   "Mirror",   "Rashes", "Night",
                                       "Umbrellas", "The Last Act", "Paris",    "Harbour"};
  static const char* const kSecond[] = {"of Glass", "in Cannes", "at Dawn", "on Fire", "d'été",  "and Rain",
                                        "of Lise",  "Texas",     "for Two", "No More", "Returns"};
  return std::string(kFirst[i % 14]) + ' ' + kSecond[i / 14 % 11] + ' ' + std::to_string(i);
}

inline model::Record bigTitle(const Uuid& scope, int i) {
  model::Record row(schema::collection("titles"), scope,
                    crypto::derivedId(scope, "bench", {std::to_string(i)}));
  row.at("kind") = std::string("movie");
  row.at("title") = inventedTitle(i);
  row.at("creators") =
      model::makeSet({"Director " + std::to_string(i % 4'000), "Writer " + std::to_string(i % 9'000)});
  row.at("year") = std::int64_t{1900 + i % 120};
  return row;
}

inline model::Record bigEntry(const Uuid& scope, int i) {
  const Uuid title = crypto::derivedId(scope, "bench", {std::to_string(i)});
  model::Record row(schema::collection("watch_entries"), scope,
                    crypto::derivedId(scope, "watch_entries", {title.str()}));
  row.at("title_id") = title;
  row.at("title") = inventedTitle(i);
  row.at("kind") = std::string("movie");
  row.at("year") = std::int64_t{1900 + i % 120};
  row.at("status") = std::string("not_watched");
  return row;
}

inline void putScope(store::Store& store, const Uuid& scope, schema::Scope kind) {
  store::ScopeInfo info;
  info.scope = scope;
  info.kind = kind;
  info.confirmed = true;
  store.putScope(info);
}

}  // namespace foyer::bench
