// SPDX-License-Identifier: GPL-3.0-or-later
// How a list turns into its next state row by row, so that views keep their place.
#include <algorithm>
#include <utility>

#include "qt/collection_model.hpp"

namespace foyer::qt {
namespace {

/// Rows that come or go one by one; above it the whole list is laid out again.
constexpr std::size_t kFewRows = 64;
/// Rows between the first and the last one out of place that are sorted one by one; above it only a single
/// move is.
constexpr std::size_t kSmallRange = 1024;

}  // namespace

void CollectionModel::arrange(const std::vector<store::RowId>& ids) {
  const QSet<Uuid> fresh = std::exchange(m_changed, {});
  const auto [oldAt, newAt] = std::mismatch(m_ids.begin(), m_ids.end(), ids.begin(), ids.end());
  if (oldAt != m_ids.end() || newAt != ids.end()) {
    const auto first = static_cast<std::size_t>(oldAt - m_ids.begin());
    const std::size_t shorter = std::min(m_ids.size(), ids.size()) - first;
    std::size_t tail = 0;
    while (tail < shorter && m_ids[m_ids.size() - 1 - tail] == ids[ids.size() - 1 - tail]) ++tail;
    if (m_ids.empty() || !rearrange(ids, first, m_ids.size() - tail, ids.size() - tail)) {
      beginResetModel();
      m_ids = ids;
      endResetModel();
      return;
    }
  }
  if (fresh.isEmpty()) return;
  for (int row = 0; row < count(); ++row)
    if (fresh.contains(m_ids[static_cast<std::size_t>(row)].id)) emit dataChanged(index(row), index(row));
}

/// Only the rows from `first` to the ends differ. False: too much for single steps, nothing was done.
bool CollectionModel::rearrange(const std::vector<store::RowId>& ids, std::size_t first, std::size_t oldEnd,
                                std::size_t newEnd) {
  const auto at = [](const auto& list, std::size_t i) {
    return list.begin() + static_cast<std::ptrdiff_t>(i);
  };
  if (oldEnd == newEnd && oldEnd - first >= 2) {
    if (std::equal(at(ids, first), at(ids, newEnd - 1), at(m_ids, first + 1)) &&
        ids[newEnd - 1] == m_ids[first]) {
      moveRow(first, oldEnd - 1);
      return true;
    }
    if (std::equal(at(ids, first + 1), at(ids, newEnd), at(m_ids, first)) &&
        ids[first] == m_ids[oldEnd - 1]) {
      moveRow(oldEnd - 1, first);
      return true;
    }
  }
  QSet<Uuid> wanted;
  for (std::size_t i = first; i < newEnd; ++i) wanted.insert(ids[i].id);
  QSet<Uuid> had;
  for (std::size_t i = first; i < oldEnd; ++i) had.insert(m_ids[i].id);
  const QSet<Uuid> gone = had - wanted;
  const QSet<Uuid> come = wanted - had;
  const bool shuffled = gone.isEmpty() && come.isEmpty() && oldEnd - first > kSmallRange;
  if (shuffled || static_cast<std::size_t>(gone.size() + come.size()) > kFewRows) return false;
  for (std::size_t i = oldEnd; i-- > first && !gone.isEmpty();) {
    if (!gone.contains(m_ids[i].id)) continue;
    beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
    m_loaded.remove(m_ids[i].id);
    m_ids.erase(at(m_ids, i));
    endRemoveRows();
  }
  for (std::size_t i = first; i < newEnd; ++i) {
    if (i < m_ids.size() && m_ids[i] == ids[i]) continue;
    if (!come.contains(ids[i].id)) {
      const auto found = std::find(m_ids.cbegin() + static_cast<std::ptrdiff_t>(i), m_ids.cend(), ids[i]);
      moveRow(static_cast<std::size_t>(found - m_ids.cbegin()), i);
      continue;
    }
    beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
    m_ids.insert(at(m_ids, i), ids[i]);
    endInsertRows();
  }
  return true;
}

void CollectionModel::moveRow(std::size_t from, std::size_t to) {
  const auto at = [this](std::size_t i) { return m_ids.begin() + static_cast<std::ptrdiff_t>(i); };
  // Qt counts the place before the row is taken out.
  beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {},
                static_cast<int>(to > from ? to + 1 : to));
  if (from < to) {
    std::rotate(at(from), at(from + 1), at(to + 1));
  } else {
    std::rotate(at(to), at(from), at(from + 1));
  }
  endMoveRows();
}

}  // namespace foyer::qt
