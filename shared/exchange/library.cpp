// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/library.hpp"

#include <algorithm>

namespace foyer::exchange {
namespace {

std::string viewingKey(const Uuid& title, std::string_view date, std::string_view episode) {
  return title.str() + ' ' + std::string(date) + ' ' + std::string(episode);
}

}  // namespace

Library::Library(const Uuid& scope, const titles::TitleIndex& titles, OwnTitle ownTitle)
    : m_scope(scope), m_titles(titles), m_ownTitle(std::move(ownTitle)) {}

void Library::add(const model::Record& row) {
  if (row.scope != m_scope || !row.uuid("profile_id").isNil() || row.state != model::State::live) return;
  const Uuid title = row.uuid("title_id");
  if (row.collection->name == "watch_entries") {
    m_byTitle.emplace(title.str(), m_entries.size());
    m_entries.push_back(row);
  } else if (row.collection->name == "diary") {
    m_viewed.insert(viewingKey(title, row.text("watched_on"), row.text("episode")));
    m_viewings.push_back(row);
  }
}

const model::Record* Library::entry(const Uuid& title) const {
  const auto found = m_byTitle.find(title.str());
  return found == m_byTitle.end() ? nullptr : &m_entries[found->second];
}

bool Library::viewed(const Uuid& title, const std::string& date, const std::string& episode) const {
  return m_viewed.contains(viewingKey(title, date, episode));
}

Library::Named Library::named(const Item& item) const {
  const titles::KnownTitle* known = nullptr;
  if (!item.imdb.empty()) known = m_titles.byImdb(item.imdb);
  if (!known && !item.tmdb.empty()) known = m_titles.byTmdb(item.kind, item.tmdb);
  // A name counts where no number says something else.
  const auto agrees = [&](const titles::KnownTitle* title) {
    return title && (item.imdb.empty() || title->facts.imdb.empty()) &&
           (item.tmdb.empty() || title->facts.tmdb.empty());
  };
  if (!known) {
    const titles::KnownTitle* byName = m_titles.byName(item.title, item.year, item.kind);
    if (!byName && !item.original.empty()) byName = m_titles.byName(item.original, item.year, item.kind);
    if (agrees(byName)) known = byName;
  }
  if (known) return {known->id, known->facts.title, known->facts.kind, known->facts.year, false};
  const std::string kind = item.kind == "tv" ? "tv" : "movie";
  return {m_ownTitle(item.title, item.year, kind), item.title, kind, item.year, true};
}

std::vector<Item> Library::items() const {
  std::vector<Item> items;
  std::unordered_map<std::string, std::size_t> byTitle;
  const auto itemOf = [&](const model::Record& row) -> Item& {
    const Uuid title = row.uuid("title_id");
    const auto [at, fresh] = byTitle.emplace(title.str(), items.size());
    if (!fresh) return items[at->second];
    Item item;
    item.title = row.text("title");
    item.year = row.number("year");
    item.kind = row.text("kind");
    if (const titles::KnownTitle* known = m_titles.byId(title)) {
      item.original = known->facts.original;
      item.imdb = known->facts.imdb;
      item.tmdb = known->facts.tmdb;
    }
    items.push_back(std::move(item));
    return items.back();
  };
  for (const model::Record& row : m_entries) {
    Item& item = itemOf(row);
    item.status = row.text("status");
    item.subStatus = row.text("sub_status");
    item.rating = row.number("rating");
    item.favourite = row.number("favourite") != 0;
    item.notes = row.text("notes");
    if (const auto* tags = std::get_if<model::TextSet>(&row.at("tags"))) item.tags = *tags;
    item.progress = row.text("progress");
    item.started = row.text("started_on");
    item.finished = row.text("finished_on");
  }
  for (const model::Record& row : m_viewings) {
    itemOf(row).viewings.push_back({.date = std::string(row.text("watched_on")),
                                    .episode = std::string(row.text("episode")),
                                    .rating = row.number("rating"),
                                    .rewatch = row.number("rewatch") != 0,
                                    .place = std::string(row.text("place")),
                                    .remarks = std::string(row.text("remarks"))});
  }
  for (Item& item : items) {
    std::stable_sort(item.viewings.begin(), item.viewings.end(),
                     [](const Viewing& a, const Viewing& b) { return a.date < b.date; });
  }
  return items;
}

}  // namespace foyer::exchange
