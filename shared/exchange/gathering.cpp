// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "rows.hpp"
#include "titles/fold.hpp"

namespace foyer::exchange {
namespace {

int rank(std::string_view status) {
  return status == "completed" ? 3 : status == "watching" ? 2 : status == "not_watched" ? 1 : 0;
}

void fill(std::string& mine, const std::string& other) {
  if (mine.empty()) mine = other;
}

void takeViewing(std::vector<Viewing>& all, const Viewing& viewing) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const Viewing& one) {
    return one.date == viewing.date && one.episode == viewing.episode;
  });
  if (same == all.end()) {
    all.push_back(viewing);
    return;
  }
  if (same->rating == 0) same->rating = viewing.rating;
  same->rewatch = same->rewatch || viewing.rewatch;
  fill(same->place, viewing.place);
  fill(same->remarks, viewing.remarks);
}

/// Later episodes count more.
bool isFurther(std::string_view code, std::string_view than) {
  const auto parts = [](std::string_view text) {
    const std::size_t e = text.find('E');
    if (e == std::string_view::npos) return std::pair(0, 0);
    return std::pair(std::atoi(std::string(text.substr(1, e - 1)).c_str()),
                     std::atoi(std::string(text.substr(e + 1)).c_str()));
  };
  return parts(code) > parts(than);
}

void join(Item& into, const Item& item) {
  fill(into.original, item.original);
  if (into.year == 0) into.year = item.year;
  fill(into.kind, item.kind);
  fill(into.imdb, item.imdb);
  fill(into.tmdb, item.tmdb);
  if (rank(item.status) > rank(into.status)) into.status = item.status;
  fill(into.subStatus, item.subStatus);
  if (into.rating == 0) into.rating = item.rating;
  into.favourite = into.favourite || item.favourite;
  fill(into.notes, item.notes);
  for (const std::string& tag : item.tags) {
    if (std::find(into.tags.begin(), into.tags.end(), tag) == into.tags.end()) into.tags.push_back(tag);
  }
  if (isFurther(item.progress, into.progress)) into.progress = item.progress;
  fill(into.started, item.started);
  fill(into.finished, item.finished);
  for (const Viewing& viewing : item.viewings) takeViewing(into.viewings, viewing);
}

}  // namespace

void Gathering::add(Item item) {
  std::vector<std::string> keys;
  if (!item.imdb.empty()) keys.push_back("imdb " + item.imdb);
  if (!item.tmdb.empty()) keys.push_back("tmdb " + item.kind + ' ' + item.tmdb);
  const std::string name = titles::fold(item.title);
  // Without a year a name says too little to bring two rows together, unless nothing else is said either.
  if (!name.empty() && (item.year > 0 || keys.empty()))
    keys.push_back("name " + name + ' ' + std::to_string(item.year) + ' ' + item.kind);
  for (const std::string& key : keys) {
    const auto found = m_known.find(key);
    if (found == m_known.end()) continue;
    Item& known = m_parsed.items[found->second];
    // Two numbers of one source are two titles, whatever they are called.
    if (!known.imdb.empty() && !item.imdb.empty() && known.imdb != item.imdb) continue;
    if (!known.tmdb.empty() && !item.tmdb.empty() && known.tmdb != item.tmdb) continue;
    join(known, item);
    const std::size_t at = found->second;
    for (const std::string& other : keys) m_known.emplace(other, at);
    return;
  }
  const std::size_t at = m_parsed.items.size();
  for (const std::string& key : keys) m_known.emplace(key, at);
  m_parsed.items.push_back(std::move(item));
}

}  // namespace foyer::exchange
