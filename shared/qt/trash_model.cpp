// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/trash_model.hpp"

#include <algorithm>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/record_words.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

/// Of one collection: nobody looks further back, and a thousand rows are read in a few milliseconds.
constexpr std::int64_t kMost = 500;

/// What a person makes and deletes by hand.
bool isThrownAway(const schema::Collection& collection) {
  return !collection.facts && collection.creator == schema::Writer::member &&
         !schema::contains(collection.scopes, schema::Scope::catalog);
}

}  // namespace

TrashModel::TrashModel(QObject* parent) : QAbstractListModel(parent) {}

void TrashModel::componentComplete() {
  m_backend = Backend::of(this);
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, &TrashModel::reload);
  reload();
}

void TrashModel::reload() {
  if (m_asking) {
    m_again = true;
    return;
  }
  m_asking = true;
  m_drawn.asked(*m_backend);
  m_backend->read(
      this,
      [](store::Reader& reader) {
        std::vector<Row> rows;
        for (const schema::Collection& declared : schema::collections()) {
          if (!isThrownAway(declared)) continue;
          store::QuerySpec spec;
          spec.collection = &declared;
          spec.deleted = true;
          spec.order = {{"updated_at", true}};
          spec.limit = kMost;
          for (const model::Record& record : reader.query(spec)) {
            Row row{&declared, record.scope,     record.id,     titleOf(record),
                    {},        record.updatedMs, record.version};
            if (declared.find("title_id")) row.titleId = qstring(record.uuid("title_id"));
            rows.push_back(std::move(row));
          }
        }
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row& a, const Row& b) { return a.deletedMs > b.deletedMs; });
        return rows;
      },
      [this](std::vector<Row> rows) { show(std::move(rows)); });
}

void TrashModel::show(std::vector<Row> rows) {
  m_asking = false;
  m_drawn.shown();
  beginResetModel();
  m_rows = std::move(rows);
  m_loading = false;
  endResetModel();
  emit countChanged();
  if (std::exchange(m_again, false)) reload();
}

int TrashModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant TrashModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case recordId:
      return qstring(row.id);
    case scope:
      return qstring(row.scope);
    case collection:
      return qstring(row.collection->name);
    case title:
      return row.title;
    case titleId:
      return row.titleId;
    case deletedAt:
      return QDateTime::fromMSecsSinceEpoch(row.deletedMs);
    case base:
      return QVariant::fromValue<qint64>(m_drawn.base(row.scope, row.version));
    default:
      return {};
  }
}

QHash<int, QByteArray> TrashModel::roleNames() const {
  return {{recordId, "recordId"}, {scope, "scope"},     {collection, "collection"},
          {title, "title"},       {titleId, "titleId"}, {deletedAt, "deletedAt"},
          {base, "base"}};
}

}  // namespace foyer::qt
