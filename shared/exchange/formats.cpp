// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formats.hpp"

#include <algorithm>

#include "exchange/csv.hpp"
#include "rows.hpp"

namespace foyer::exchange {
namespace {

constexpr Format kFormats[] = {Format::imdb, Format::letterboxd, Format::trakt, Format::tmdb,
                               Format::yamtrack};
constexpr std::int64_t kRowsPerWord = 2'000;

// Columns that say nothing about the person, or that the format repeats: not a loss.
const std::set<std::string> kFacts{
    "Position",       "Created",       "Modified",   "URL",           "IMDb Rating",
    "Runtime (mins)", "Genres",        "Num Votes",  "Release Date",  "Directors",
    "Rating",         "image",         "created_at", "progressed_at", "progress",
    "Letterboxd URI", "LetterboxdURI", "url",        "Date",          "source",
    "media_id"};

std::optional<Format> formatOf(const std::map<std::string, std::size_t>& columns) {
  const auto has = [&](const char* name) { return columns.contains(name); };
  if (has("Const")) return Format::imdb;
  if (has("TMDb ID")) return Format::tmdb;
  if (has("media_type") && has("title")) return Format::yamtrack;
  if (has("Name") || has("Title") || has("imdbID") || has("tmdbID")) return Format::letterboxd;
  return std::nullopt;
}

enum class Table { read, unknown, stopped };

Table readTable(const File& file, Parsed& parsed, Gathering& into, const Progress& progress) {
  const std::string text = toUtf8(file.bytes);
  CsvReader reader(text);
  std::vector<std::string> cells;
  if (!reader.next(cells)) return Table::unknown;
  std::map<std::string, std::size_t> columns;
  for (std::size_t i = 0; i < cells.size(); ++i) columns.emplace(trimmed(cells[i]), i);
  const auto format = formatOf(columns);
  if (!format) return Table::unknown;
  const std::size_t width = cells.size();
  while (reader.next(cells)) {
    if (++parsed.rows % kRowsPerWord == 0 && progress && !progress(reader.progress())) return Table::stopped;
    Row row(parsed, file.name, columns, cells, reader.line());
    if (cells.size() > width && std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(width), cells.end(),
                                            [](const std::string& c) { return !c.empty(); })) {
      parsed.report({Trouble::badLine, file.name, reader.line(), {}, shortened(cells.front())});
      continue;
    }
    Item item;
    item.file = file.name;
    item.line = reader.line();
    bool fits = true;
    if (format == Format::imdb) takeImdb(row, item);
    if (format == Format::letterboxd) takeLetterboxd(row, item, file.name);
    if (format == Format::tmdb) takeTmdb(row, item);
    if (format == Format::yamtrack) fits = takeYamtrack(row, item);
    row.countLost(kFacts);
    if (!fits || item.kind == "other") {
      parsed.report({Trouble::otherMedium, file.name, item.line, {}, shortened(item.title)});
    } else if (item.title.empty()) {
      parsed.report({Trouble::noTitle, file.name, item.line, {}, {}});
    } else {
      into.add(std::move(item));
    }
  }
  return Table::read;
}

}  // namespace

std::span<const Format> allFormats() { return kFormats; }

std::string_view nameOf(Format format) {
  constexpr std::string_view kNames[] = {"imdb", "letterboxd", "trakt", "tmdb", "yamtrack"};
  return kNames[static_cast<std::size_t>(format)];
}

std::optional<Format> formatOf(std::string_view name) {
  for (const Format format : kFormats) {
    if (nameOf(format) == name) return format;
  }
  return std::nullopt;
}

Result<Parsed> read(const std::vector<File>& files, const Progress& progress) {
  std::vector<File> all;
  for (const File& file : files) {
    if (file.bytes.size() > kMostBytes)
      return Error{Code::tooLarge, file.name, file.name + " is larger than can be read at once."};
    if (!file.bytes.starts_with("PK\x03\x04")) {
      all.push_back(file);
      continue;
    }
    auto inside = unpacked(file);
    if (!inside) return inside.error();
    for (File& one : *inside) all.push_back(std::move(one));
  }
  // What says most about a viewing comes first, so that rows without a day add to it.
  std::stable_sort(all.begin(), all.end(), [](const File& a, const File& b) {
    const auto late = [](const File& f) { return f.name.find("diary") == std::string::npos; };
    return late(a) < late(b);
  });
  Parsed parsed;
  Gathering into(parsed);
  std::size_t understood = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const File& file = all[i];
    const auto part = [&](double done) {
      return !progress || progress((static_cast<double>(i) + done) / static_cast<double>(all.size()));
    };
    if (!part(0)) return Error{Code::gone, {}, "The reading was stopped."};
    const std::size_t first = file.bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE\0", 0, 10);
    const bool isJson = first != std::string::npos && file.bytes[first] == '[';
    const Table table = isJson ? readTrakt(file, parsed, into) ? Table::read : Table::unknown
                               : readTable(file, parsed, into, part);
    if (table == Table::stopped) return Error{Code::gone, {}, "The reading was stopped."};
    if (table == Table::read) ++understood;
    if (table == Table::unknown && all.size() > 1) parsed.report({Trouble::unreadable, file.name, 0, {}, {}});
  }
  if (understood == 0) {
    return Error{Code::unsupported, files.empty() ? std::string() : files.front().name,
                 "This is no list of films that Foyer can read."};
  }
  return parsed;
}

std::vector<File> write(Format format, const std::vector<Item>& items) {
  switch (format) {
    case Format::imdb:
      return {{"imdb.csv", writeImdb(items)}};
    case Format::letterboxd:
      return writeLetterboxd(items);
    case Format::trakt:
      return writeTrakt(items);
    case Format::tmdb:
      return writeTmdb(items);
    case Format::yamtrack:
      return {{"yamtrack.csv", writeYamtrack(items)}};
  }
  return {};
}

}  // namespace foyer::exchange
