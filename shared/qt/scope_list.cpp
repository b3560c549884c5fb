// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/scope_list.hpp"

#include <QDateTime>
#include <algorithm>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

/// What a person calls the space: the name or title of its head record.
QString headName(store::Reader& reader, const Uuid& scope) {
  for (const schema::Collection& collection : schema::collections()) {
    if (!collection.head) continue;
    const auto head = reader.get(collection, scope, scope);
    if (!head) continue;
    for (const char* field : {"name", "title"})
      if (collection.find(field)) return qstring(head->text(field));
  }
  return {};
}

std::int64_t behindOf(const sync::ScopeStatus& row) {
  const bool unheard = row.confirmed && row.head == 0 && row.verifiedMs == 0;
  return unheard ? -1 : std::max<std::int64_t>(0, row.head - row.cursor);
}

QVariant dateOf(std::int64_t ms) {
  return ms > 0 ? QVariant(QDateTime::fromMSecsSinceEpoch(ms)) : QVariant();
}

}  // namespace

ScopeList::ScopeList(Backend* backend, QObject* parent) : QAbstractListModel(parent), m_backend(backend) {
  connect(backend, &Backend::rowsChanged, this, [this](const std::vector<store::Change>& rows) {
    for (const store::Change& row : rows)
      if (row.collection->head) return readNames();
  });
}

int ScopeList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_scopes.size());
}

QVariant ScopeList::data(const QModelIndex& index, int wanted) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const sync::ScopeStatus& row = m_scopes[static_cast<std::size_t>(index.row())];
  const QString id = qstring(row.scope);
  switch (wanted) {
    case scope:
      return id;
    case kind:
      return qstring(schema::scopeName(row.kind));
    case name:
      return m_names.value(id);
    case state:
      return qstring(sync::name(row.state));
    case waiting:
      return static_cast<int>(row.queued);
    case held:
      return static_cast<int>(row.held);
    case conflicts:
      return static_cast<int>(row.forks);
    case verifiedAt:
      return dateOf(row.verifiedMs);
    case verifiedVersion:
      return QVariant::fromValue<qint64>(row.verifiedVersion);
    case version:
      return QVariant::fromValue<qint64>(row.cursor);
    case behind:
      return QVariant::fromValue<qint64>(behindOf(row));
    case rowsLoaded:
      return QVariant::fromValue<qint64>(row.head > row.cursor ? row.rowsLoaded : 0);
    case rowsExpected:
      return QVariant::fromValue<qint64>(row.rowsExpected);
    case secondsLeft:
      return QVariant::fromValue<qint64>(row.secondsLeft);
    case known:
      return row.confirmed;
    case why:
      return row.why ? qstring(info(row.why->code).name) : QString();
    case whyText:
      return row.why ? qstring(row.why->message) : QString();
    case nextTryAt:
      return dateOf(row.nextTryMs);
    default:
      return {};
  }
}

QHash<int, QByteArray> ScopeList::roleNames() const {
  return {{scope, "scope"},
          {kind, "kind"},
          {name, "name"},
          {state, "state"},
          {waiting, "waiting"},
          {held, "held"},
          {conflicts, "conflicts"},
          {verifiedAt, "verifiedAt"},
          {verifiedVersion, "verifiedVersion"},
          {version, "version"},
          {behind, "behind"},
          {rowsLoaded, "rowsLoaded"},
          {rowsExpected, "rowsExpected"},
          {secondsLeft, "secondsLeft"},
          {known, "known"},
          {why, "why"},
          {whyText, "whyText"},
          {nextTryAt, "nextTryAt"}};
}

QVariantMap ScopeList::of(const QString& scopeId) const {
  QVariantMap all;
  for (int row = 0; row < rowCount(); ++row) {
    if (data(index(row), scope).toString() != scopeId) continue;
    const auto names = roleNames();
    for (auto it = names.cbegin(); it != names.cend(); ++it)
      all.insert(QString::fromLatin1(it.value()), data(index(row), it.key()));
  }
  return all;
}

void ScopeList::show(const sync::Status& status) {
  std::vector<sync::ScopeStatus> now = status.scopes;
  std::stable_sort(now.begin(), now.end(), [](const auto& a, const auto& b) { return a.kind < b.kind; });
  const bool same = now.size() == m_scopes.size() &&
                    std::equal(now.begin(), now.end(), m_scopes.begin(),
                               [](const auto& a, const auto& b) { return a.scope == b.scope; });
  if (same) {
    m_scopes = std::move(now);
    if (!m_scopes.empty()) emit dataChanged(index(0), index(static_cast<int>(m_scopes.size()) - 1));
    return;
  }
  beginResetModel();
  m_scopes = std::move(now);
  endResetModel();
  readNames();
}

void ScopeList::readNames() {
  std::vector<Uuid> ids;
  for (const auto& row : m_scopes) ids.push_back(row.scope);
  m_backend->read(
      this,
      [ids](store::Reader& reader) {
        QHash<QString, QString> names;
        for (const Uuid& id : ids) names.insert(qstring(id), headName(reader, id));
        return names;
      },
      [this](QHash<QString, QString> names) {
        m_names = std::move(names);
        if (!m_scopes.empty())
          emit dataChanged(index(0), index(static_cast<int>(m_scopes.size()) - 1), {name});
      });
}

}  // namespace foyer::qt
