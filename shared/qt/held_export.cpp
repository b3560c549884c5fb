// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/held_export.hpp"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "qt/convert.hpp"

namespace foyer::qt {
namespace {

QJsonValue toJson(const model::FieldPatch& patch) {
  if (patch.field->merge != schema::Merge::set)
    return QJsonValue::fromVariant(toVariant(*patch.field, patch.value));
  const auto list = [](const model::TextSet& set) {
    QJsonArray out;
    for (const std::string& element : set) out.append(qstring(element));
    return out;
  };
  return QJsonObject{{"added", list(patch.added)}, {"removed", list(patch.removed)}};
}

QJsonObject toJson(const model::Mutation& m) {
  QJsonObject fields;
  for (const model::FieldPatch& patch : m.patches) fields.insert(qstring(patch.field->name), toJson(patch));
  return {{"collection", qstring(m.collection->name)},
          {"scope", qstring(m.scope)},
          {"id", qstring(m.id)},
          {"op", qstring(model::name(m.op))},
          {"written", QDateTime::fromMSecsSinceEpoch(m.stamp.ms(), Qt::UTC).toString(Qt::ISODate)},
          {"fields", fields}};
}

}  // namespace

QString exportHeld(const Error& reason, const std::vector<model::Mutation>& changes) {
  QJsonArray all;
  for (const model::Mutation& m : changes) all.append(toJson(m));
  const QJsonObject item{
      {"reason", qstring(reason.message)}, {"field", qstring(reason.field)}, {"changes", all}};
  return QString::fromUtf8(QJsonDocument(item).toJson(QJsonDocument::Indented));
}

}  // namespace foyer::qt
