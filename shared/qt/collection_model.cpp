// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/collection_model.hpp"

#include <QDateTime>
#include <algorithm>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

constexpr int kBlock = 200;  // rows read at once

enum Role {
  recordIdRole = Qt::UserRole + 1,
  scopeRole,
  markRole,
  createdRole,
  updatedRole,
  baseRole,
  firstField
};

std::vector<MarkedRow> marked(store::Reader& reader, std::vector<model::Record> records) {
  OpenConflicts conflicts(reader);
  std::vector<MarkedRow> rows;
  rows.reserve(records.size());
  for (model::Record& record : records) {
    QString mark = conflicts.mark(*record.collection, record.scope, record.id);
    rows.push_back({std::move(record), std::move(mark)});
  }
  return rows;
}

}  // namespace

CollectionModel::CollectionModel(QObject* parent) : QAbstractListModel(parent) {}

template <class T>
void CollectionModel::change(T& property, const T& value) {
  if (property == value) return;
  property = value;
  emit questionChanged();
  if (m_complete) ask();
}

void CollectionModel::setCollection(const QString& name) {
  m_declared = schema::findCollection(name.toStdString());
  change(m_collection, name);
}
void CollectionModel::setScope(const QString& scope) { change(m_scope, scope); }
void CollectionModel::setFilter(const QVariantMap& filter) { change(m_filter, filter); }
void CollectionModel::setSearch(const QString& search) { change(m_search, search); }
void CollectionModel::setOrderBy(const QStringList& fields) { change(m_orderBy, fields); }
void CollectionModel::setLimit(int limit) { change(m_limit, limit); }

void CollectionModel::componentComplete() {
  m_backend = Backend::of(this);
  m_complete = true;
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, &CollectionModel::onRows);
  ask();
}

std::optional<store::QuerySpec> CollectionModel::spec() const {
  if (!m_declared) return std::nullopt;
  store::QuerySpec spec;
  spec.collection = m_declared;
  if (!m_scope.isEmpty()) spec.scope = uuidOf(m_scope);
  spec.search = m_search.toStdString();
  if (m_limit > 0) spec.limit = m_limit;
  for (auto it = m_filter.cbegin(); it != m_filter.cend(); ++it) {
    const schema::Field* field = m_declared->find(it.key().toStdString());
    if (!field) return std::nullopt;
    store::Filter filter{it.key().toStdString(), store::Filter::Op::oneOf, {}};
    if (it.value().toMap().value(QStringLiteral("present")).toBool()) {
      filter.op = store::Filter::Op::present;
      spec.filters.push_back(std::move(filter));
      continue;
    }
    const bool several =
        it.value().typeId() == QMetaType::QVariantList || it.value().typeId() == QMetaType::QStringList;
    for (const QVariant& wanted : several ? it.value().toList() : QVariantList{it.value()}) {
      auto value = fromVariant(*field, wanted);
      if (!value.ok()) return std::nullopt;
      if (model::isNull(*value))
        filter.op = store::Filter::Op::missing;
      else
        filter.values.push_back(std::move(value).value());
    }
    spec.filters.push_back(std::move(filter));
  }
  for (const QString& field : m_orderBy) {
    const bool descending = field.startsWith(QLatin1Char('-'));
    spec.order.push_back({field.mid(descending ? 1 : 0).toStdString(), descending});
  }
  return spec;
}

void CollectionModel::ask() {
  if (!m_backend) return;
  ++m_question;
  if (m_asking) {
    m_again = true;
    return;
  }
  const auto question = spec();
  if (!question) return show({}, m_question);
  m_asking = true;
  if (m_ids.empty() && !m_loading) {
    m_loading = true;
    emit loadingChanged();
  }
  const QSet<Uuid> again = std::exchange(m_changed, {});
  m_drawn.asked(*m_backend);
  m_backend->read(
      this,
      [spec = *question, again](store::Reader& reader) {
        Answer answer;
        store::QuerySpec first = spec;
        first.limit = spec.limit > 0 ? std::min<std::int64_t>(spec.limit, kBlock) : kBlock;
        std::vector<model::Record> records = reader.query(first);
        if (static_cast<std::int64_t>(records.size()) < first.limit || first.limit == spec.limit) {
          for (const auto& record : records) answer.ids.push_back({record.scope, record.id});
        } else {
          answer.ids = reader.ids(spec);
          for (std::size_t i = records.size(); i < answer.ids.size(); ++i) {
            if (!again.contains(answer.ids[i].id)) continue;
            if (auto record = reader.get(*spec.collection, answer.ids[i].scope, answer.ids[i].id))
              records.push_back(std::move(*record));
          }
        }
        answer.rows = marked(reader, std::move(records));
        return answer;
      },
      [this, asked = m_question](Answer answer) { show(std::move(answer), asked); });
}

void CollectionModel::show(Answer answer, quint64 question) {
  m_asking = false;
  if (question == m_question || !m_again) {
    const int before = count();
    m_drawn.shown();
    keep(answer.rows);
    arrange(answer.ids);
    if (m_loading) {
      m_loading = false;
      emit loadingChanged();
    }
    if (before != count()) emit countChanged();
  }
  if (std::exchange(m_again, false)) ask();
}

void CollectionModel::keep(const std::vector<MarkedRow>& rows) {
  for (const MarkedRow& row : rows) {
    const Uuid id = row.record.id;
    m_loaded.insert(id, row);
    m_changed.insert(id);  // for arrange(): these are drawn again
  }
}

void CollectionModel::onRows(const std::vector<store::Change>& rows) {
  static const schema::Collection* const conflicts = &schema::collection("conflicts");
  const Uuid only = uuidOf(m_scope);
  bool concerned = false;
  for (const store::Change& row : rows) {
    if (row.collection == conflicts) {
      concerned = true;
    } else if (row.collection == m_declared && (only.isNil() || row.scope == only)) {
      if (m_loaded.contains(row.id))
        m_changed.insert(row.id);  // what nobody has looked at is read when it is
      concerned = true;
    }
  }
  if (concerned)
    ask();
  else if (!m_asking)
    m_drawn.idle(*m_backend);
}

void CollectionModel::load(int row) const {
  const int block = row / kBlock;
  if (m_blocks.contains(block)) return;
  m_blocks.insert(block);
  std::vector<store::RowId> wanted;
  const int end = std::min(count(), (block + 1) * kBlock);
  for (int i = block * kBlock; i < end; ++i) wanted.push_back(m_ids[static_cast<std::size_t>(i)]);
  auto* self = const_cast<CollectionModel*>(this);  // data() is const, what it loads is only a cache
  m_backend->read(
      self,
      [declared = m_declared, wanted](store::Reader& reader) {
        std::vector<model::Record> records;
        for (const auto& id : wanted)
          if (auto record = reader.get(*declared, id.scope, id.id)) records.push_back(std::move(*record));
        return marked(reader, std::move(records));
      },
      [self, block](const std::vector<MarkedRow>& rows) {
        self->m_blocks.remove(block);
        for (const MarkedRow& loaded : rows) {
          const Uuid id = loaded.record.id;
          self->m_loaded.insert(id, loaded);
        }
        const int last = std::min(self->count(), (block + 1) * kBlock) - 1;
        if (last >= block * kBlock) emit self->dataChanged(self->index(block * kBlock), self->index(last));
      });
}

int CollectionModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant CollectionModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const store::RowId& id = m_ids[static_cast<std::size_t>(index.row())];
  if (role == recordIdRole) return qstring(id.id);
  if (role == scopeRole) return qstring(id.scope);
  const auto found = m_loaded.constFind(id.id);
  if (found == m_loaded.cend()) load(index.row());
  const bool known = found != m_loaded.cend();
  if (role == markRole) return known ? found->mark : QString();
  if (role == createdRole)
    return known ? QDateTime::fromMSecsSinceEpoch(found->record.createdMs) : QVariant();
  if (role == updatedRole)
    return known ? QDateTime::fromMSecsSinceEpoch(found->record.updatedMs) : QVariant();
  if (role == baseRole)
    return known ? QVariant::fromValue<qint64>(m_drawn.base(id.scope, found->record.version)) : QVariant();
  const auto at = static_cast<std::size_t>(role - firstField);
  if (at >= m_declared->fields.size()) return {};
  return toVariant(m_declared->fields[at], known ? found->record.fields[at] : model::Value());
}

QHash<int, QByteArray> CollectionModel::roleNames() const {
  QHash<int, QByteArray> names{{recordIdRole, "recordId"}, {scopeRole, "scope"},       {markRole, "mark"},
                               {createdRole, "createdAt"}, {updatedRole, "updatedAt"}, {baseRole, "base"}};
  if (m_declared)
    for (std::size_t i = 0; i < m_declared->fields.size(); ++i)
      names.insert(firstField + static_cast<int>(i),
                   QByteArray(m_declared->fields[i].name.data(),
                              static_cast<qsizetype>(m_declared->fields[i].name.size())));
  return names;
}

QVariantMap CollectionModel::get(int row) const {
  QVariantMap all;
  if (row < 0 || row >= count()) return all;
  const auto names = roleNames();
  for (auto it = names.cbegin(); it != names.cend(); ++it)
    all.insert(QString::fromLatin1(it.value()), data(index(row), it.key()));
  return all;
}

}  // namespace foyer::qt
