// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "rows.hpp"

namespace foyer::exchange {
namespace {

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t whole(std::string_view text) {
  std::int64_t out = -1;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  return failed == std::errc{} && end == text.data() + text.size() ? out : -1;
}

}  // namespace

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string dayOf(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return {};
  const std::int64_t year = digits(text.substr(0, 4)) ? whole(text.substr(0, 4)) : -1;
  const std::int64_t month = digits(text.substr(5, 2)) ? whole(text.substr(5, 2)) : -1;
  const std::int64_t day = digits(text.substr(8, 2)) ? whole(text.substr(8, 2)) : -1;
  if (year < 1870 || year > 2200 || month < 1 || month > 12 || day < 1) return {};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const int days[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (day > days[month - 1]) return {};
  return std::string(text.substr(0, 10));
}

std::int64_t tenthsOf(std::string_view text, int top) {
  // Digits with at most two behind a point or comma: "8", "8.5", "3,75".
  const std::size_t point = text.find_first_of(".,");
  const std::string_view before = text.substr(0, point);
  const std::string_view after =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (!digits(before) || before.size() > 3 || (point != std::string_view::npos && !digits(after))) return 0;
  std::int64_t hundredths = whole(before) * 100;
  if (!after.empty()) hundredths += (after[0] - '0') * 10;
  if (after.size() > 1) hundredths += after[1] - '0';
  const std::int64_t tenths = hundredths * (10 / top) / 10;
  return tenths >= 10 && tenths <= 100 ? tenths : 0;
}

std::string scaled(std::int64_t tenths, int top) {
  const std::int64_t hundredths = tenths * 10 * top / 10;
  std::string out = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return out;
  out += '.';
  out += static_cast<char>('0' + hundredths % 100 / 10);
  if (hundredths % 10 != 0) out += static_cast<char>('0' + hundredths % 10);
  return out;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 60;
  if (text.size() <= kMost) return std::string(text);
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string episodeCode(std::int64_t season, std::int64_t episode) {
  if (season < 0 || season > 9'999 || episode < 0 || episode > 99'999) return {};
  return 'S' + std::to_string(season) + 'E' + std::to_string(episode);
}

std::string Row::text(std::string_view column) {
  m_asked.insert(std::string(column));
  const auto found = m_columns.find(std::string(column));
  if (found == m_columns.end() || found->second >= m_cells.size()) return {};
  return trimmed(m_cells[found->second]);
}

void Row::report(Trouble what, std::string_view column) {
  m_parsed.report({what, m_file, m_line, std::string(column), shortened(text(column))});
}

std::int64_t Row::year(std::string_view column) {
  const std::string cell = text(column);
  if (cell.empty()) return 0;
  const std::string_view first = std::string_view(cell).substr(0, 4);
  const bool plain = cell.size() == 4 || !dayOf(cell).empty();
  const std::int64_t year = plain && digits(first) ? whole(first) : 0;
  if (year >= 1870 && year <= 2200) return year;
  report(Trouble::badYear, column);
  return 0;
}

std::string Row::date(std::string_view column) {
  const std::string cell = text(column);
  if (cell.empty()) return {};
  std::string day = dayOf(cell);
  if (day.empty()) report(Trouble::badDate, column);
  return day;
}

std::int64_t Row::rating(std::string_view column, int top) {
  const std::string cell = text(column);
  if (cell.empty() || cell == "0" || cell == "0.0") return 0;
  const std::int64_t tenths = tenthsOf(cell, top);
  if (tenths == 0) report(Trouble::badRating, column);
  return tenths;
}

std::string Row::imdb(std::string_view column) {
  std::string cell = text(column);
  if (cell.empty()) return {};
  const std::string_view number = std::string_view(cell).substr(std::min<std::size_t>(2, cell.size()));
  if (cell.starts_with("tt") && digits(number) && number.size() <= 10) return cell;
  report(Trouble::badNumber, column);
  return {};
}

std::string Row::number(std::string_view column) {
  std::string cell = text(column);
  if (cell.empty() || (digits(cell) && cell.size() <= 12)) return cell;
  report(Trouble::badNumber, column);
  return {};
}

bool Row::yes(std::string_view column) {
  const std::string cell = text(column);
  return cell == "Yes" || cell == "yes" || cell == "true" || cell == "True" || cell == "1";
}

void Row::countLost(const std::set<std::string>& ignored) {
  for (const auto& [name, at] : m_columns) {
    if (m_asked.contains(name) || ignored.contains(name) || at >= m_cells.size() || m_cells[at].empty())
      continue;
    ++m_parsed.lost[name];
  }
}

}  // namespace foyer::exchange
