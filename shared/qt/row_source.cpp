// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/row_source.hpp"

#include "qt/convert.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

QString keyOf(std::string_view collection, const Uuid& id) {
  return qstring(collection) + QLatin1Char('/') + qstring(id);
}

}  // namespace

const QHash<QString, std::vector<QString>>& OpenConflicts::of(const Uuid& scope) {
  const QString name = qstring(scope);
  if (const auto found = m_byScope.constFind(name); found != m_byScope.cend()) return *found;
  store::QuerySpec open;
  open.collection = &schema::collection("conflicts");
  open.scope = scope;
  open.filters.push_back({"resolution", store::Filter::Op::missing, {}});
  QHash<QString, std::vector<QString>> byRecord;
  for (const model::Record& row : m_reader.query(open))
    byRecord[keyOf(row.text("subject_collection"), row.uuid("subject_id"))].push_back(
        qstring(row.text("field")));
  return *m_byScope.insert(name, byRecord);
}

std::vector<QString> OpenConflicts::fields(const schema::Collection& collection, const Uuid& scope,
                                           const Uuid& id) {
  return of(scope).value(keyOf(collection.name, id));
}

QString OpenConflicts::mark(const schema::Collection& collection, const Uuid& scope, const Uuid& id) {
  const store::Pending pending = m_reader.pendingOf(collection, scope, id);
  if (pending == store::Pending::held) return QStringLiteral("held");
  if (of(scope).contains(keyOf(collection.name, id))) return QStringLiteral("fork");
  return pending == store::Pending::none ? QString() : QStringLiteral("wait");
}

}  // namespace foyer::qt
