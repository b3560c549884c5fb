// SPDX-License-Identifier: GPL-3.0-or-later
// Which photos of a grid are chosen.
#include <algorithm>

#include "qt/convert.hpp"
#include "qt/photo_grid.hpp"

namespace foyer::qt {

void PhotoGrid::toggle(int index) {
  if (index < 0 || index >= count()) return;
  const Uuid& id = m_days.photos()[static_cast<std::size_t>(index)].id;
  if (!m_selected.remove(id)) m_selected.insert(id);
  m_anchor = index;
  redraw(index, index);
  emit selectionChanged();
}

void PhotoGrid::selectTo(int index) {
  if (index < 0 || index >= count()) return;
  const int from = m_anchor < 0 || m_anchor >= count() ? index : m_anchor;
  const auto [first, last] = std::minmax(from, index);
  for (int i = first; i <= last; ++i) m_selected.insert(m_days.photos()[static_cast<std::size_t>(i)].id);
  m_anchor = index;
  redraw(first, last);
  emit selectionChanged();
}

/// All of a day, or none of it when all were chosen.
void PhotoGrid::selectDay(int row) {
  const PhotoDays::Row at = m_days.row(row);
  if (at.day < 0) return;
  const PhotoDays::Day& day = m_days.days()[static_cast<std::size_t>(at.day)];
  std::vector<Uuid> ids;
  for (int i = day.first; i < day.first + day.count; ++i)
    ids.push_back(m_days.photos()[static_cast<std::size_t>(i)].id);
  const bool all = std::ranges::all_of(ids, [this](const Uuid& id) { return m_selected.contains(id); });
  for (const Uuid& id : ids) {
    if (all)
      m_selected.remove(id);
    else
      m_selected.insert(id);
  }
  redraw(day.first, day.first + day.count - 1);
  emit selectionChanged();
}

void PhotoGrid::selectAll() {
  for (const PhotoPlace& photo : m_days.photos()) m_selected.insert(photo.id);
  redraw(0, count() - 1);
  emit selectionChanged();
}

void PhotoGrid::clearSelection() {
  if (m_selected.isEmpty()) return;
  m_selected.clear();
  m_anchor = -1;
  redraw(0, count() - 1);
  emit selectionChanged();
}

/// What is no longer shown is no longer chosen: nobody edits what they don't see.
void PhotoGrid::keepSelection() {
  if (m_selected.isEmpty()) return;
  QSet<Uuid> left;
  for (const PhotoPlace& photo : m_days.photos())
    if (m_selected.contains(photo.id)) left.insert(photo.id);
  if (left.size() == m_selected.size()) return;
  m_selected = left;
  emit selectionChanged();
}

QStringList PhotoGrid::selectedIds() const {
  QStringList out;
  for (const Uuid& id : m_selected) out.append(qstring(id));
  return out;
}

}  // namespace foyer::qt
