// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hpp"
#include "schema/collections.hpp"
#include "schema/validate.hpp"
#include "titles/pack.hpp"

namespace foyer::titles {
namespace {

constexpr std::size_t kTitleColumns = 8;  // and one more that may be missing: the minimum age
constexpr std::size_t kGenreColumns = 3;

Error damaged(int line, const std::string& why) {
  const std::string where = "line " + std::to_string(line);
  return Error{Code::invalidField, where, where + ": " + why};
}
Error damaged(int line, const schema::Field& declared, const Error& why) {
  return damaged(line, std::string(declared.name) + ": " + why.message);
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

const schema::Field& field(std::string_view collection, std::string_view name) {
  return *schema::collection(collection).find(name);
}

/// Text into `out` if its field allows it. Empty only where the field is not required.
std::optional<Error> take(int line, std::string_view text, const schema::Field& declared, std::string& out) {
  if (text.empty() && declared.required) return damaged(line, declared, schema::missing(declared));
  if (!text.empty()) {
    if (const auto wrong = schema::checkText(declared, text)) return damaged(line, declared, *wrong);
  }
  out = std::string(text);
  return std::nullopt;
}

std::optional<Error> takeNumber(int line, std::string_view text, const schema::Field& declared,
                                std::int64_t& out) {
  if (text.empty()) return std::nullopt;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (failed != std::errc{} || end != text.data() + text.size()) {
    return damaged(line,
                   "\"" + std::string(text) + "\" is no whole number (" + std::string(declared.name) + ").");
  }
  if (const auto wrong = schema::checkInteger(declared, out)) return damaged(line, declared, *wrong);
  return std::nullopt;
}

std::optional<Error> takeKind(int line, std::string_view text, std::string& out) {
  if (text != "movie" && text != "series") return damaged(line, "The kind is movie or series.");
  out = text == "series" ? "tv" : "movie";
  return std::nullopt;
}

std::optional<Error> takeGenres(int line, std::string_view text, std::vector<std::string>& out) {
  const schema::Field& declared = field("titles", "genres");
  if (text.empty()) return std::nullopt;
  for (const std::string_view one : split(text, ';')) {
    if (const auto wrong = schema::checkSetElement(declared, one)) return damaged(line, declared, *wrong);
    out.emplace_back(one);
  }
  if (const auto wrong = schema::checkSetSize(declared, out.size())) return damaged(line, declared, *wrong);
  return std::nullopt;
}

Result<PackTitle> parseTitle(int line, std::string_view text) {
  const std::vector<std::string_view> cells = split(text, '\t');
  if (cells.size() != kTitleColumns && cells.size() != kTitleColumns + 1) {
    return damaged(line, "It has " + std::to_string(cells.size()) + " columns instead of " +
                             std::to_string(kTitleColumns) + ".");
  }
  PackTitle out;
  out.line = line;
  if (auto e = take(line, cells[0], field("titles", "title"), out.title)) return *e;
  if (auto e = take(line, cells[1], field("titles", "original_title"), out.original)) return *e;
  if (auto e = takeNumber(line, cells[2], field("titles", "year"), out.year)) return *e;
  if (auto e = takeKind(line, cells[3], out.kind)) return *e;
  if (auto e = takeNumber(line, cells[4], field("titles", "runtime_minutes"), out.minutes)) return *e;
  if (auto e = takeGenres(line, cells[5], out.genres)) return *e;
  if (cells.size() > kTitleColumns && !cells[8].empty()) {
    if (auto e = takeNumber(line, cells[8], field("titles", "minimum_age"), out.minimumAge)) return *e;
  }
  const schema::Field& external = field("external_ids", "external_id");
  if (!cells[6].empty()) {
    if (auto e = take(line, cells[6], external, out.imdb)) return *e;
  }
  if (!cells[7].empty()) {
    if (auto e = take(line, cells[7], external, out.tmdb)) return *e;
  }
  return out;
}

/// Calls `each(number, line)` for the lines that count; stops at the first error.
template <typename Each>
std::optional<Error> eachLine(std::string_view text, const Each& each) {
  int number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (!isUtf8(line) || line.find('\0') != std::string_view::npos) {
      return damaged(number, "It is not text in UTF-8.");
    }
    if (auto error = each(number, line)) return error;
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<PackTitle>> parseTitles(std::string_view text) {
  std::vector<PackTitle> titles;
  std::map<std::string, int> seen;
  const auto known = [&](const std::string& key, int line) -> std::optional<Error> {
    const auto [at, fresh] = seen.emplace(key, line);
    if (fresh) return std::nullopt;
    return damaged(line, key + " stands on line " + std::to_string(at->second) + " already.");
  };
  const auto error = eachLine(text, [&](int number, std::string_view line) -> std::optional<Error> {
    Result<PackTitle> title = parseTitle(number, line);
    if (!title) return title.error();
    if (!title->imdb.empty()) {
      if (auto twice = known("IMDb id " + title->imdb, number)) return twice;
    }
    if (!title->tmdb.empty()) {
      if (auto twice = known("TMDB id " + title->kind + " " + title->tmdb, number)) return twice;
    }
    if (title->imdb.empty() && title->tmdb.empty()) {
      const std::string key = title->title + " (" + std::to_string(title->year) + ", " + title->kind + ")";
      if (auto twice = known(key, number)) return twice;
    }
    titles.push_back(std::move(*title));
    return std::nullopt;
  });
  if (error) return *error;
  return titles;
}

Result<PackGenres> parseGenres(std::string_view text) {
  PackGenres genres;
  const auto error = eachLine(text, [&](int number, std::string_view line) -> std::optional<Error> {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != kGenreColumns) return damaged(number, "A genre has three columns.");
    std::string code;
    PackGenre genre;
    if (auto e = take(number, cells[0], field("genres", "code"), code)) return e;
    if (auto e = take(number, cells[1], field("genres", "name"), genre.name)) return e;
    if (auto e = take(number, cells[2], field("genres", "name_fr"), genre.nameFr)) return e;
    if (!genres.emplace(code, std::move(genre)).second) return damaged(number, code + " stands there twice.");
    return std::nullopt;
  });
  if (error) return *error;
  return genres;
}

}  // namespace foyer::titles
