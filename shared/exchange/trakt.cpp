// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "exchange/csv.hpp"
#include "rows.hpp"

namespace foyer::exchange {
namespace {

namespace json = boost::json;

const json::value* at(const json::object& object, std::string_view name) {
  const json::value* found = object.if_contains({name.data(), name.size()});
  return found && !found->is_null() ? found : nullptr;
}
const json::object* objectAt(const json::object& object, std::string_view name) {
  const json::value* found = at(object, name);
  return found ? found->if_object() : nullptr;
}
std::string textAt(const json::object& object, std::string_view name) {
  const json::value* found = at(object, name);
  if (!found || !found->is_string()) return {};
  const json::string& text = found->get_string();
  std::string out(text.begin(), text.end());
  std::erase(out, '\0');
  return trimmed(out);
}
/// A whole number, -1 for anything else.
std::int64_t numberAt(const json::object& object, std::string_view name) {
  const json::value* found = at(object, name);
  if (!found) return -1;
  if (found->is_int64()) return found->get_int64() < 0 ? -1 : found->get_int64();
  if (found->is_double() && found->get_double() >= 0 && found->get_double() < 1e9)
    return static_cast<std::int64_t>(found->get_double());
  return -1;
}

class Reading {
 public:
  Reading(const std::string& file, Parsed& parsed, Gathering& into)
      : m_file(file), m_parsed(parsed), m_into(into) {}

  void take(const json::value& value) {
    ++m_line;
    ++m_parsed.rows;
    const json::object* row = value.if_object();
    const json::object* film = row ? objectAt(*row, "movie") : nullptr;
    const json::object* show = row ? objectAt(*row, "show") : nullptr;
    if (!film && !show) return report(row ? Trouble::otherMedium : Trouble::badLine, "", "");
    Item item;
    item.file = m_file;
    item.line = m_line;
    item.kind = film ? "movie" : "tv";
    facts(film ? *film : *show, item);
    if (item.title.empty()) return report(Trouble::noTitle, "title", "");
    said(*row, item);
    m_into.add(std::move(item));
  }

 private:
  void facts(const json::object& title, Item& item) {
    item.title = textAt(title, "title");
    const std::int64_t year = numberAt(title, "year");
    if (year >= 1870 && year <= 2200)
      item.year = year;
    else if (at(title, "year"))
      report(Trouble::badYear, "year", std::to_string(year));
    const json::object* ids = objectAt(title, "ids");
    if (!ids) return;
    const std::string imdb = textAt(*ids, "imdb");
    if (imdb.starts_with("tt") && imdb.size() <= 12 &&
        imdb.find_first_not_of("0123456789", 2) == std::string::npos)
      item.imdb = imdb;
    if (const std::int64_t tmdb = numberAt(*ids, "tmdb"); tmdb > 0) item.tmdb = std::to_string(tmdb);
  }

  void said(const json::object& row, Item& item) {
    if (at(row, "rating")) {
      const std::int64_t rating = numberAt(row, "rating");
      const json::object* part = objectAt(row, "episode");
      if (rating < 1 || rating > 10)
        report(Trouble::badRating, "rating", std::to_string(rating));
      else if (!part && !objectAt(row, "season"))
        item.rating = rating * 10;
      else
        ++m_parsed.lost["episode rating"];
      if (item.kind == "movie") item.status = "completed";
      return;
    }
    if (at(row, "listed_at")) {
      item.status = "not_watched";
      item.notes = textAt(row, "notes");
      return;
    }
    item.status = item.kind == "movie" ? "completed" : "watching";
    const json::object* episode = objectAt(row, "episode");
    if (episode) item.progress = episodeCode(numberAt(*episode, "season"), numberAt(*episode, "number"));
    viewed(row, "watched_at", item.progress, item);
    if (numberAt(row, "plays") > 1) ++m_parsed.lost["plays"];
    if (item.kind == "movie") viewed(row, "last_watched_at", {}, item);
    seasons(row, item);
  }

  void viewed(const json::object& row, std::string_view when, const std::string& episode, Item& item) {
    const std::string time = textAt(row, when);
    if (time.empty()) return;
    std::string day = dayOf(time);
    if (day.empty()) return report(Trouble::badDate, when, time);
    item.viewings.push_back({.date = std::move(day), .episode = episode, .place = {}, .remarks = {}});
  }

  void seasons(const json::object& row, Item& item) {
    const json::value* all = at(row, "seasons");
    if (!all || !all->is_array()) return;
    std::pair<std::int64_t, std::int64_t> furthest{-1, -1};
    for (const json::value& one : all->get_array()) {
      const json::object* season = one.if_object();
      const json::value* episodes = season ? at(*season, "episodes") : nullptr;
      if (!episodes || !episodes->is_array()) continue;
      const std::int64_t number = numberAt(*season, "number");
      for (const json::value& each : episodes->get_array()) {
        const json::object* episode = each.if_object();
        const std::string code = episode ? episodeCode(number, numberAt(*episode, "number")) : std::string();
        if (code.empty()) continue;
        viewed(*episode, "last_watched_at", code, item);
        const std::pair here{number, numberAt(*episode, "number")};
        if (here > furthest) {
          furthest = here;
          item.progress = code;
        }
      }
    }
  }

  void report(Trouble what, std::string_view field, const std::string& value) {
    m_parsed.report({what, m_file, m_line, std::string(field), shortened(value)});
  }

  const std::string& m_file;
  Parsed& m_parsed;
  Gathering& m_into;
  std::int64_t m_line = 0;  ///< which element, from 1
};

json::object factsOf(const Item& item) {
  json::object ids;
  if (!item.imdb.empty()) ids["imdb"] = item.imdb;
  if (!item.tmdb.empty()) ids["tmdb"] = std::atoll(item.tmdb.c_str());
  json::object facts{{"title", item.title}, {"ids", std::move(ids)}};
  if (item.year > 0) facts["year"] = item.year;
  return facts;
}

json::object rowOf(const Item& item) {
  const bool film = item.kind == "movie";
  return {{film ? "movie" : "show", factsOf(item)}};
}

std::pair<std::int64_t, std::int64_t> partsOf(const std::string& code) {
  const std::size_t e = code.find('E');
  return {std::atoll(code.substr(1, e - 1).c_str()), std::atoll(code.substr(e + 1).c_str())};
}

}  // namespace

bool readTrakt(const File& file, Parsed& parsed, Gathering& into) {
  boost::system::error_code failed;
  const json::value document = json::parse(toUtf8(file.bytes), failed);
  if (failed || !document.is_array()) return false;
  Reading reading(file.name, parsed, into);
  for (const json::value& row : document.get_array()) reading.take(row);
  return true;
}

std::vector<File> writeTrakt(const std::vector<Item>& items) {
  json::array watched, history, ratings, watchlist;
  for (const Item& item : items) {
    const Item kept = keptBy(Format::trakt, item);
    for (const Viewing& viewing : kept.viewings) {
      json::object row = rowOf(kept);
      row["watched_at"] = viewing.date + "T12:00:00.000Z";
      row["type"] = viewing.episode.empty() ? kept.kind == "movie" ? "movie" : "show" : "episode";
      if (!viewing.episode.empty()) {
        const auto [season, number] = partsOf(viewing.episode);
        row["episode"] = json::object{{"season", season}, {"number", number}};
      }
      history.push_back(std::move(row));
    }
    if (kept.rating > 0) {
      json::object row = rowOf(kept);
      row["rating"] = kept.rating / 10;
      row["type"] = kept.kind == "movie" ? "movie" : "show";
      ratings.push_back(std::move(row));
    }
    json::object row = rowOf(kept);
    if (kept.status == "not_watched") {
      row["listed_at"] = "1970-01-01T00:00:00.000Z";
      if (!kept.notes.empty()) row["notes"] = kept.notes;
      watchlist.push_back(std::move(row));
    } else if (!kept.status.empty()) {
      row["plays"] = 1;
      if (!kept.progress.empty()) {
        const auto [season, number] = partsOf(kept.progress);
        row["seasons"] = json::array{
            json::object{{"number", season}, {"episodes", json::array{json::object{{"number", number}}}}}};
      }
      watched.push_back(std::move(row));
    }
  }
  std::vector<File> files;
  const auto file = [&](const char* name, const json::array& rows) {
    if (!rows.empty()) files.push_back({name, json::serialize(rows)});
  };
  file("trakt-watched.json", watched);
  file("trakt-history.json", history);
  file("trakt-ratings.json", ratings);
  file("trakt-watchlist.json", watchlist);
  return files;
}

}  // namespace foyer::exchange
