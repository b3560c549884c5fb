// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::exchange {

/// A text file as UTF-8, whatever it came as: UTF-8 or UTF-16 with or without a byte order mark, else
/// Windows-1252. NUL characters are left out.
std::string toUtf8(std::string_view bytes);

/// Rows of RFC 4180, and of what programs write instead: commas, semicolons or tabs (seen from the first
/// line), any line ends, quotes over several lines, a quote that never closes (it ends with the file).
class CsvReader {
 public:
  explicit CsvReader(std::string_view text);

  /// The next row that is not empty; false at the end. A cell that was made harmless by csvCell() is as it
  /// was.
  bool next(std::vector<std::string>& cells);
  /// Where the last row began, from 1.
  std::int64_t line() const { return m_rowLine; }
  /// How far the reading is, 0 to 1.
  double progress() const;

 private:
  std::string cell(bool& last);

  std::string_view m_text;
  std::size_t m_at = 0;
  char m_delimiter = ',';
  std::int64_t m_line = 1;
  std::int64_t m_rowLine = 1;
};

/// A cell as RFC 4180 wants it, and so that no spreadsheet takes it for a formula: what begins with = + - @,
/// a tab or a line break gets an apostrophe in front, and so does what begins with an apostrophe and goes on
/// like that.
std::string csvCell(std::string_view text);
/// Cells and the end of their line.
std::string csvRow(const std::vector<std::string>& cells);

}  // namespace foyer::exchange
