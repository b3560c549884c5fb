// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/formats.hpp"

namespace foyer::exchange {

/// Brings together what several rows say about the same title.
class Gathering {
 public:
  explicit Gathering(Parsed& parsed) : m_parsed(parsed) {}
  void add(Item item);

 private:
  Parsed& m_parsed;
  std::map<std::string, std::size_t, std::less<>> m_known;  ///< number or name → place in items
};

/// One row of a table, read by the names of its columns. What a cell can't be is reported and left out.
class Row {
 public:
  Row(Parsed& parsed, const std::string& file, const std::map<std::string, std::size_t>& columns,
      const std::vector<std::string>& cells, std::int64_t line)
      : m_parsed(parsed), m_file(file), m_columns(columns), m_cells(cells), m_line(line) {}

  /// The cell, trimmed; empty where the column is missing.
  std::string text(std::string_view column);
  std::int64_t year(std::string_view column);  ///< also from a whole date; 0: none
  std::string date(std::string_view column);   ///< "2025-06-12"; empty: none
  /// Tenths of 1 to 10 from a number on a scale up to `top` (5 or 10); 0: none.
  std::int64_t rating(std::string_view column, int top);
  std::string imdb(std::string_view column);
  std::string number(std::string_view column);  ///< digits only
  bool yes(std::string_view column);
  void report(Trouble what, std::string_view column);
  /// Columns that were never asked for and are not empty count as lost.
  void countLost(const std::set<std::string>& ignored);

 private:
  Parsed& m_parsed;
  const std::string& m_file;
  const std::map<std::string, std::size_t>& m_columns;
  const std::vector<std::string>& m_cells;
  std::int64_t m_line;
  std::set<std::string, std::less<>> m_asked;
};

// Parts of values, shared with the JSON reader.
std::string trimmed(std::string_view text);
/// The day at the begin of a date or a time; empty if there is no such day.
std::string dayOf(std::string_view text);
/// Tenths of 1 to 10; 0 when it is no number on the scale.
std::int64_t tenthsOf(std::string_view text, int top);
/// 85 of 10 → "8.5"; of 5 → "4.25".
std::string scaled(std::int64_t tenths, int top);
std::string shortened(std::string_view text);
std::string episodeCode(std::int64_t season, std::int64_t episode);  ///< empty if out of range

// One per format: takes the row if it has a title.
void takeImdb(Row& row, Item& item);
void takeLetterboxd(Row& row, Item& item, std::string_view file);
void takeTmdb(Row& row, Item& item);
bool takeYamtrack(Row& row, Item& item);  ///< false: neither film nor series
/// A document of Trakt. False when it is none.
bool readTrakt(const File& file, Parsed& parsed, Gathering& into);

std::string writeImdb(const std::vector<Item>& items);
std::vector<File> writeLetterboxd(const std::vector<Item>& items);
std::vector<File> writeTrakt(const std::vector<Item>& items);
std::vector<File> writeTmdb(const std::vector<Item>& items);
std::string writeYamtrack(const std::vector<Item>& items);

/// The files of a ZIP. Errors: damaged, tooLarge.
Result<std::vector<File>> unpacked(const File& archive);

}  // namespace foyer::exchange
