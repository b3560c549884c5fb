// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/item.hpp"
#include "model/record.hpp"
#include "titles/title_index.hpp"

namespace foyer::exchange {

/// What a person's scope holds of titles and viewings, and where titles are looked up. Filled once, then
/// read.
class Library {
 public:
  /// `ownTitle` gives the id of a title in no catalogue. `titles` outlives the library.
  using OwnTitle = std::function<Uuid(const std::string& title, std::int64_t year, const std::string& kind)>;
  Library(const Uuid& scope, const titles::TitleIndex& titles, OwnTitle ownTitle);

  /// A live row of watch_entries or diary; rows of child profiles and other scopes count for nothing.
  void add(const model::Record& row);

  const Uuid& scope() const { return m_scope; }
  const model::Record* entry(const Uuid& title) const;
  bool viewed(const Uuid& title, const std::string& date, const std::string& episode) const;

  /// The title that an item means: what the catalogue says, or a title of one's own.
  struct Named {
    Uuid id;
    std::string title, kind;
    std::int64_t year = 0;
    bool own = false;
  };
  Named named(const Item& item) const;

  /// Everything as items, for an export.
  std::vector<Item> items() const;

 private:
  Uuid m_scope;
  const titles::TitleIndex& m_titles;
  OwnTitle m_ownTitle;
  std::vector<model::Record> m_entries;
  std::unordered_map<std::string, std::size_t> m_byTitle;
  std::vector<model::Record> m_viewings;
  std::set<std::string> m_viewed;
};

}  // namespace foyer::exchange
