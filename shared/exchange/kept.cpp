// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "exchange/formats.hpp"

namespace foyer::exchange {
namespace {

/// Whole points of ten, which are half stars.
std::int64_t rounded(std::int64_t tenths) {
  return tenths == 0 ? 0 : std::clamp<std::int64_t>((tenths + 5) / 10 * 10, 10, 100);
}

bool isFurther(const std::string& code, const std::string& than) {
  const auto parts = [](const std::string& text) {
    const std::size_t e = text.find('E');
    return e == std::string::npos
               ? std::pair(-1LL, -1LL)
               : std::pair(std::atoll(text.substr(1, e - 1).c_str()), std::atoll(text.substr(e + 1).c_str()));
  };
  return parts(code) > parts(than);
}

Item facts(const Item& item) {
  Item kept;
  kept.title = item.title;
  kept.year = item.year;
  kept.kind = item.kind == "tv" ? "tv" : "movie";
  kept.imdb = item.imdb;
  kept.tmdb = item.tmdb;
  return kept;
}

void ratedAsViewed(Item& kept) {
  for (const Viewing& viewing : kept.viewings) {
    if (kept.rating == 0) kept.rating = viewing.rating;
  }
}

Item keptByLetterboxd(const Item& item) {
  if (item.kind == "tv") return {};
  Item kept = facts(item);
  kept.status = item.status == "completed" || !item.viewings.empty() ? "completed" : "not_watched";
  kept.rating = rounded(item.rating);
  kept.notes = item.notes;
  kept.tags = item.tags;
  for (const Viewing& viewing : item.viewings)
    kept.viewings.push_back({.date = viewing.date,
                             .episode = {},
                             .rating = rounded(viewing.rating),
                             .rewatch = viewing.rewatch,
                             .place = {},
                             .remarks = viewing.remarks});
  ratedAsViewed(kept);
  return kept;
}

Item keptByTrakt(const Item& item) {
  Item kept = facts(item);
  kept.rating = rounded(item.rating);
  kept.progress = kept.kind == "tv" ? item.progress : std::string();
  for (const Viewing& viewing : item.viewings) {
    Viewing one{.date = viewing.date,
                .episode = kept.kind == "tv" ? viewing.episode : std::string(),
                .place = {},
                .remarks = {}};
    kept.viewings.push_back(one);
    if (isFurther(one.episode, kept.progress)) kept.progress = one.episode;
  }
  const bool begun = !kept.viewings.empty() || !kept.progress.empty() || item.status == "watching" ||
                     item.status == "completed" || (kept.rating > 0 && kept.kind == "movie");
  kept.status = !begun ? "not_watched" : kept.kind == "movie" ? "completed" : "watching";
  if (kept.status == "not_watched") kept.notes = item.notes;
  return kept;
}

Item keptByYamtrack(const Item& item) {
  Item kept = facts(item);
  kept.year = 0;
  kept.imdb.clear();
  kept.rating = item.rating;
  kept.notes = item.notes;
  kept.started = item.started;
  kept.status = item.subStatus.empty() ? item.status : "watching";
  kept.subStatus = item.subStatus;
  if (kept.kind == "tv") kept.finished = item.finished;
  if (kept.kind == "tv") kept.progress = item.progress;
  for (const Viewing& viewing : item.viewings) {
    if (kept.kind == "tv" && viewing.episode.empty()) continue;
    kept.viewings.push_back({.date = viewing.date,
                             .episode = kept.kind == "tv" ? viewing.episode : std::string(),
                             .rating = viewing.rating,
                             .place = {},
                             .remarks = {}});
    if (isFurther(kept.viewings.back().episode, kept.progress)) kept.progress = kept.viewings.back().episode;
  }
  if (!kept.viewings.empty() && kept.kind == "movie") kept.status = "completed";
  if (!kept.progress.empty() && kept.status != "completed") kept.status = "watching";
  if (kept.status != "watching") kept.subStatus.clear();
  if (kept.kind == "movie") ratedAsViewed(kept);
  return kept;
}

}  // namespace

Item keptBy(Format format, const Item& item) {
  switch (format) {
    case Format::imdb: {
      Item kept = facts(item);
      kept.tmdb.clear();
      kept.original = item.original;
      kept.rating = rounded(item.rating);
      kept.notes = item.notes;
      kept.status = kept.rating > 0 ? "completed" : "not_watched";
      return kept;
    }
    case Format::letterboxd:
      return keptByLetterboxd(item);
    case Format::trakt:
      return keptByTrakt(item);
    case Format::tmdb: {
      Item kept = facts(item);
      kept.rating = item.rating;
      kept.status = kept.rating > 0 ? "completed" : "not_watched";
      return kept;
    }
    case Format::yamtrack:
      return keptByYamtrack(item);
  }
  return {};
}

}  // namespace foyer::exchange
