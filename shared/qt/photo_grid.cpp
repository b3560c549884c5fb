// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/photo_grid.hpp"

#include <algorithm>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

constexpr int kBlock = 120;  // faces read at once
constexpr int kSoonMs = 250;

enum Role { headingRole = Qt::UserRole + 1, dayRole, countRole, firstRole, tilesRole, placeRole };

QString dateText(int day) {
  if (day == 0) return {};
  return QStringLiteral("%1-%2-%3")
      .arg(day / 10'000, 4, 10, QLatin1Char('0'))
      .arg(day / 100 % 100, 2, 10, QLatin1Char('0'))
      .arg(day % 100, 2, 10, QLatin1Char('0'));
}

}  // namespace

PhotoGrid::PhotoGrid(QObject* parent) : QAbstractListModel(parent) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kSoonMs);
  connect(&m_soon, &QTimer::timeout, this, &PhotoGrid::ask);
}

void PhotoGrid::setScope(const QString& scope) {
  if (m_scope == scope) return;
  m_scope = scope;
  emit questionChanged();
  if (m_complete) ask();
}

void PhotoGrid::setFilter(const QVariantMap& filter) {
  if (m_filter == filter) return;
  m_filter = filter;
  emit questionChanged();
  if (m_complete) ask();
}

void PhotoGrid::setColumns(int columns) {
  if (m_columns == columns || columns < 1) return;
  m_columns = columns;
  emit columnsChanged();
  if (count() == 0) return;  // views tell their width while they are made
  beginResetModel();
  m_days = PhotoDays(m_days.photos(), m_columns);
  endResetModel();
}

void PhotoGrid::componentComplete() {
  m_backend = Backend::of(this);
  m_complete = true;
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, &PhotoGrid::onRows);
  ask();
}

void PhotoGrid::ask() {
  if (!m_backend) return;
  m_soon.stop();
  ++m_question;
  if (m_asking) {
    m_again = true;
    return;
  }
  m_asking = true;
  if (count() == 0 && !m_loading) {
    m_loading = true;
    emit loadingChanged();
  }
  m_backend->read(
      this,
      [scope = uuidOf(m_scope), filter = m_filter](store::Reader& reader) {
        return photosOf(reader, scope, filter);
      },
      [this, asked = m_question](std::vector<PhotoPlace> photos) {
        m_asking = false;
        if (asked == m_question || !m_again) show(std::move(photos));
        if (std::exchange(m_again, false)) ask();
      });
}

void PhotoGrid::show(std::vector<PhotoPlace> photos) {
  const int before = count();
  if (photos != m_days.photos()) follow(PhotoDays(std::move(photos), m_columns));
  keepSelection();
  if (m_loading) {
    m_loading = false;
    emit loadingChanged();
  }
  if (before != count()) emit countChanged();
}

/// Rows come and go at the end of each day's block, so that what is on the screen keeps its place.
void PhotoGrid::follow(const PhotoDays& next) {
  struct Step {
    int row, remove, insert;
  };
  std::vector<Step> steps;  // rows as they are now
  const auto& old = m_days.days();
  const auto& fresh = next.days();
  std::size_t o = 0, n = 0;
  while (o < old.size() || n < fresh.size()) {
    const bool gone = n == fresh.size() || (o < old.size() && old[o].date > fresh[n].date);
    const bool comes = !gone && (o == old.size() || old[o].date < fresh[n].date);
    if (gone) {
      steps.push_back({old[o].row, old[o].rows, 0});
      ++o;
    } else if (comes) {
      steps.push_back({o < old.size() ? old[o].row : m_days.rows(), 0, fresh[n].rows});
      ++n;
    } else {
      const int kept = std::min(old[o].rows, fresh[n].rows);
      if (old[o].rows != fresh[n].rows)
        steps.push_back({old[o].row + kept, old[o].rows - kept, fresh[n].rows - kept});
      ++o, ++n;
    }
  }
  constexpr std::size_t kManySteps = 400;
  if (m_days.photos().empty() || steps.size() > kManySteps) {
    beginResetModel();
    m_days = next;
    endResetModel();
    return;
  }
  int rows = m_days.rows();
  m_days = next;
  m_rows = rows;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->remove > 0) {
      beginRemoveRows({}, step->row, step->row + step->remove - 1);
      m_rows -= step->remove;
      endRemoveRows();
    }
    if (step->insert > 0) {
      beginInsertRows({}, step->row, step->row + step->insert - 1);
      m_rows += step->insert;
      endInsertRows();
    }
  }
  m_rows = -1;
  if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
}

void PhotoGrid::onRows(const std::vector<store::Change>& rows) {
  static const schema::Collection* const photos = &schema::collection("photos");
  static const schema::Collection* const files = &schema::collection("image_files");
  static const schema::Collection* const items = &schema::collection("album_items");
  static const schema::Collection* const conflicts = &schema::collection("conflicts");
  const Uuid mine = uuidOf(m_scope);
  bool layout = false, faces = false;
  for (const store::Change& row : rows) {
    if (row.scope != mine) continue;
    if (row.collection == photos) {
      faces = m_faces.remove(row.id) || faces;
      layout = layout || row.value;
    }
    layout = layout || row.collection == items;
    if (row.collection == files || row.collection == conflicts) {
      m_faces.clear();  // which photos they belong to takes as long to find out
      faces = true;
    }
  }
  if (layout && !m_soon.isActive()) m_soon.start();
  if (faces && rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1), {tilesRole, placeRole});
}

void PhotoGrid::load(int first) const {
  const int block = first / kBlock;
  if (m_blocks.contains(block) || !m_backend) return;
  m_blocks.insert(block);
  std::vector<Uuid> ids;
  const auto& photos = m_days.photos();
  const int end = std::min(count(), (block + 1) * kBlock);
  for (int i = block * kBlock; i < end; ++i) ids.push_back(photos[static_cast<std::size_t>(i)].id);
  auto* self = const_cast<PhotoGrid*>(this);  // data() is const, what it loads is only a cache
  m_backend->read(
      self, [scope = uuidOf(m_scope), ids](store::Reader& reader) { return facesOf(reader, scope, ids); },
      [self, block](const std::vector<std::pair<Uuid, PhotoFace>>& faces) {
        self->m_blocks.remove(block);
        for (const auto& [id, face] : faces) self->m_faces.insert(id, face);
        self->redraw(block * kBlock, (block + 1) * kBlock - 1);
      });
}

void PhotoGrid::redraw(int first, int last) {
  if (count() == 0 || first >= count()) return;
  const int from = std::max(0, m_days.rowOf(std::max(0, first)) - 1);
  emit dataChanged(index(from), index(m_days.rowOf(std::min(last, count() - 1))), {tilesRole, placeRole});
}

QVariantMap PhotoGrid::tile(int index) const {
  const Uuid& id = m_days.photos()[static_cast<std::size_t>(index)].id;
  QVariantMap out{{QStringLiteral("index"), index},
                  {QStringLiteral("recordId"), qstring(id)},
                  {QStringLiteral("selected"), m_selected.contains(id)}};
  const auto face = m_faces.constFind(id);
  if (face == m_faces.cend()) {
    load(index);
    return out;
  }
  out.insert(QStringLiteral("title"), face->title);
  out.insert(QStringLiteral("mark"), face->mark);
  out.insert(QStringLiteral("pick"), face->pick);
  out.insert(QStringLiteral("rating"), face->rating);
  out.insert(QStringLiteral("favourite"), face->favourite);
  out.insert(QStringLiteral("pair"), face->pair);
  out.insert(QStringLiteral("taken"), face->taken);
  return out;
}

QVariantList PhotoGrid::tiles(const PhotoDays::Row& row) const {
  QVariantList out;
  if (row.heading) return out;
  for (int i = row.first; i < row.first + row.count; ++i) out.append(tile(i));
  return out;
}

int PhotoGrid::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return m_rows >= 0 ? m_rows : m_days.rows();
}

QVariant PhotoGrid::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const PhotoDays::Row row = m_days.row(index.row());
  if (row.day < 0) return {};
  const int day = m_days.days()[static_cast<std::size_t>(row.day)].date;
  switch (role) {
    case headingRole:
      return row.heading;
    case dayRole:
      return dateText(day);
    case countRole:
      return row.count;
    case firstRole:
      return row.first;
    case tilesRole:
      return tiles(row);
    case placeRole: {
      const auto face = m_faces.constFind(m_days.photos()[static_cast<std::size_t>(row.first)].id);
      return face == m_faces.cend() ? QString() : face->place;
    }
    default:
      return {};
  }
}

QHash<int, QByteArray> PhotoGrid::roleNames() const {
  return {{headingRole, "heading"}, {dayRole, "day"},     {countRole, "tileCount"},
          {firstRole, "first"},     {tilesRole, "tiles"}, {placeRole, "place"}};
}

QString PhotoGrid::idAt(int index) const {
  if (index < 0 || index >= count()) return {};
  return qstring(m_days.photos()[static_cast<std::size_t>(index)].id);
}

int PhotoGrid::indexOf(const QString& id) const {
  const auto found = std::ranges::find(m_days.photos(), uuidOf(id), &PhotoPlace::id);
  return found == m_days.photos().end() ? -1 : static_cast<int>(found - m_days.photos().begin());
}

QString PhotoGrid::monthAt(int row) const {
  const PhotoDays::Row at = m_days.row(row);
  return at.day < 0 ? QString() : dateText(m_days.days()[static_cast<std::size_t>(at.day)].date).left(7);
}

}  // namespace foyer::qt
