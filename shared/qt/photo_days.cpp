// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/photo_days.hpp"

#include <algorithm>

namespace foyer::qt {

PhotoDays::PhotoDays(std::vector<PhotoPlace> photos, int columns)
    : m_columns(std::max(1, columns)), m_photos(std::move(photos)) {
  int row = 0;
  for (std::size_t i = 0; i < m_photos.size();) {
    std::size_t end = i;
    while (end < m_photos.size() && m_photos[end].day == m_photos[i].day) ++end;
    const int count = static_cast<int>(end - i);
    const int rows = 1 + (count + m_columns - 1) / m_columns;
    m_days.push_back({m_photos[i].day, static_cast<int>(i), count, row, rows});
    row += rows;
    i = end;
  }
}

PhotoDays::Row PhotoDays::row(int row) const {
  if (row < 0 || row >= rows()) return {};
  const auto after = std::ranges::upper_bound(m_days, row, {}, &Day::row);
  const auto day = after - 1;
  const int place = static_cast<int>(day - m_days.begin());
  if (row == day->row) return {place, true, day->first, day->count};
  const int skipped = (row - day->row - 1) * m_columns;
  return {place, false, day->first + skipped, std::min(m_columns, day->count - skipped)};
}

int PhotoDays::rowOf(int photo) const {
  if (photo < 0 || photo >= static_cast<int>(m_photos.size())) return -1;
  const auto after = std::ranges::upper_bound(m_days, photo, {}, &Day::first);
  const auto day = after - 1;
  return day->row + 1 + (photo - day->first) / m_columns;
}

}  // namespace foyer::qt
