// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.hpp"

#include <algorithm>

namespace foyer::exchange {
namespace {

/// Does a spreadsheet read this as the begin of a formula?
bool beginsFormula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

/// Is it what csvCell() makes of such a text?
bool wasMadeHarmless(std::string_view text) {
  if (text.size() < 2 || text.front() != '\'') return false;
  const std::size_t end = text.find_first_not_of('\'');
  return end != std::string_view::npos && beginsFormula(text.substr(end));
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : m_text(text) {
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  std::size_t most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    bool quoted = false;
    std::size_t count = 0;
    for (const char c : first) {
      if (c == '"') quoted = !quoted;
      if (c == candidate && !quoted) ++count;
    }
    if (count > most) {
      most = count;
      m_delimiter = candidate;
    }
  }
}

std::string CsvReader::cell(bool& last) {
  std::string out;
  const auto endOfLine = [&](char c) {
    if (c == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
    ++m_line;
    last = true;
  };
  if (m_at < m_text.size() && m_text[m_at] == '"') {
    ++m_at;
    while (m_at < m_text.size()) {
      const char c = m_text[m_at++];
      if (c == '"') {
        if (m_at >= m_text.size() || m_text[m_at] != '"') break;
        ++m_at;
      }
      if (c == '\n') ++m_line;
      out += c;
    }
  }
  while (m_at < m_text.size()) {
    const char c = m_text[m_at++];
    if (c == m_delimiter) return out;
    if (c == '\n' || c == '\r') {
      endOfLine(c);
      return out;
    }
    out += c;
  }
  last = true;
  return out;
}

bool CsvReader::next(std::vector<std::string>& cells) {
  while (m_at < m_text.size()) {
    cells.clear();
    m_rowLine = m_line;
    for (bool last = false; !last;) {
      cells.push_back(cell(last));
      if (wasMadeHarmless(cells.back())) cells.back().erase(0, 1);
    }
    if (std::any_of(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); })) return true;
  }
  return false;
}

double CsvReader::progress() const {
  return m_text.empty() ? 1 : static_cast<double>(m_at) / static_cast<double>(m_text.size());
}

std::string csvCell(std::string_view text) {
  std::string plain(text);
  if (beginsFormula(plain) || wasMadeHarmless(plain)) plain.insert(plain.begin(), '\'');
  if (plain.find_first_of(",;\t\"\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csvRow(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& one : cells) row += (&one == cells.data() ? "" : ",") + csvCell(one);
  return row + "\r\n";
}

}  // namespace foyer::exchange
