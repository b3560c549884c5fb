// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.hpp"
#include "rows.hpp"

namespace foyer::exchange {
namespace {

struct State {
  std::string_view name, status, sub;
};
constexpr State kStates[] = {{"Planning", "not_watched", ""},         {"In progress", "watching", ""},
                             {"Paused", "watching", "paused"},        {"Dropped", "watching", "dropped"},
                             {"Repeating", "watching", "rewatching"}, {"Completed", "completed", ""}};

std::int64_t numberIn(Row& row, std::string_view column) {
  const std::string digits = row.number(column);
  return digits.empty() || digits.size() > 5 ? -1 : std::atoll(digits.c_str());
}

std::vector<std::string> rowOf(const Item& item, std::string_view type) {
  return {item.tmdb,
          item.tmdb.empty() ? "manual" : "tmdb",
          std::string(type),
          item.title,
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          ""};
}

}  // namespace

bool takeYamtrack(Row& row, Item& item) {
  const std::string type = row.text("media_type");
  const bool film = type == "movie";
  const bool part = type == "episode" || type == "season";
  if (!film && !part && type != "tv" && type != "anime") return false;
  item.kind = film ? "movie" : "tv";
  item.title = row.text("title");
  if (row.text("source") == "tmdb") item.tmdb = row.number("media_id");
  const std::int64_t score = row.rating("score", 10);
  std::string date = row.date("end_date");
  if (date.empty()) date = row.date("watch_date");
  const std::int64_t season = numberIn(row, "season_number");
  const std::int64_t episode = numberIn(row, "episode_number");
  if (part) {
    item.status = "watching";
    if (type != "episode" || season < 0 || episode < 0) return true;
    item.progress = episodeCode(season, episode);
    if (!date.empty())
      item.viewings.push_back(
          {.date = date, .episode = item.progress, .rating = score, .place = {}, .remarks = {}});
    return true;
  }
  const std::string named = row.text("status");
  for (const State& state : kStates) {
    if (state.name != named) continue;
    item.status = state.status;
    item.subStatus = state.sub;
  }
  item.rating = score;
  item.notes = row.text("notes");
  item.started = row.date("start_date");
  if (film && !date.empty()) {
    item.viewings.push_back({.date = date, .episode = {}, .rating = score, .place = {}, .remarks = {}});
  } else {
    item.finished = date;
  }
  return true;
}

std::string writeYamtrack(const std::vector<Item>& items) {
  enum { kSeason = 5, kEpisode = 6, kScore = 7, kStatus = 8, kNotes = 9, kStart = 10, kEnd = 11 };
  std::string out = csvRow({"media_id", "source", "media_type", "title", "image", "season_number",
                            "episode_number", "score", "status", "notes", "start_date", "end_date",
                            "progress", "created_at", "progressed_at"});
  const auto score = [](std::int64_t tenths) { return tenths > 0 ? scaled(tenths, 10) : std::string(); };
  for (const Item& item : items) {
    const Item kept = keptBy(Format::yamtrack, item);
    std::vector<std::string> row = rowOf(kept, kept.kind);
    row[kScore] = score(kept.rating);
    for (const State& state : kStates) {
      if (state.status == kept.status && state.sub == kept.subStatus) row[kStatus] = state.name;
    }
    row[kNotes] = kept.notes;
    row[kStart] = kept.started;
    if (kept.kind == "tv") row[kEnd] = kept.finished;
    out += csvRow(row);
    const auto part = [&](const std::string& code, const std::string& date, std::int64_t rating) {
      std::vector<std::string> one = rowOf(kept, kept.kind == "tv" ? "episode" : "movie");
      if (const std::size_t e = code.find('E'); e != std::string::npos) {
        one[kSeason] = code.substr(1, e - 1);
        one[kEpisode] = code.substr(e + 1);
      }
      one[kScore] = score(rating);
      one[kStatus] = "Completed";
      one[kEnd] = date;
      out += csvRow(one);
    };
    for (const Viewing& viewing : kept.viewings) part(viewing.episode, viewing.date, viewing.rating);
    if (!kept.progress.empty()) part(kept.progress, {}, 0);
  }
  return out;
}

}  // namespace foyer::exchange
