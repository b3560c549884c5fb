// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin/roster_search.hpp"

#include <algorithm>

#include "attendance/codes.hpp"
#include "checkin/names.hpp"

namespace foyer::kiosk {
namespace {

/// " ine", " car": what a name must hold for the typed words to begin words of it.
std::vector<std::string> wordStarts(std::string_view typed) {
  std::vector<std::string> out;
  const std::string folded = foldName(typed);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) out.push_back(" " + folded.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

void RosterSearch::put(const attendance::RosterEntry& entry) {
  Line line{entry.id, " " + foldName(entry.name), entry.code};
  const auto [place, fresh] = m_places.try_emplace(entry.id, m_lines.size());
  if (fresh) {
    m_lines.push_back(std::move(line));
  } else {
    m_lines[place->second] = std::move(line);
  }
}

void RosterSearch::remove(const Uuid& id) {
  const auto it = m_places.find(id);
  if (it == m_places.end()) return;
  const std::size_t hole = it->second;
  m_places.erase(it);
  if (hole + 1 != m_lines.size()) {
    m_lines[hole] = std::move(m_lines.back());
    m_places[m_lines[hole].id] = hole;
  }
  m_lines.pop_back();
}

void RosterSearch::clear() {
  m_lines.clear();
  m_places.clear();
}

std::vector<Uuid> RosterSearch::find(std::string_view typed, By by, std::size_t limit) const {
  const std::string code = attendance::normaliseCode(typed);
  const std::vector<std::string> words = wordStarts(typed);
  struct Hit {
    int rank;
    const Line* line;
  };
  std::vector<Hit> hits;
  for (const Line& line : m_lines) {
    int rank = 0;
    if (!code.empty() && line.code == code) {
      rank = 1;
    } else if (code.size() >= 3 && line.code.starts_with(code)) {
      rank = 2;
    } else if (by == By::nameOrCode && !words.empty() &&
               std::all_of(words.begin(), words.end(),
                           [&](const std::string& w) { return line.name.find(w) != std::string::npos; })) {
      rank = line.name.starts_with(words.front()) ? 3 : 4;
    }
    if (rank != 0) hits.push_back({rank, &line});
  }
  const auto better = [](const Hit& a, const Hit& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.line->name != b.line->name) return a.line->name < b.line->name;
    return a.line->id < b.line->id;
  };
  const std::size_t count = std::min(limit, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(count), hits.end(), better);
  std::vector<Uuid> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(hits[i].line->id);
  return out;
}

}  // namespace foyer::kiosk
