// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/record_words.hpp"

#include <QStringList>
#include <array>

#include "protocol/codec.hpp"
#include "qt/convert.hpp"

namespace foyer::qt {
namespace {

constexpr std::array<std::string_view, 5> kTitleFields = {"title", "name", "display_name", "filename",
                                                          "code"};

}  // namespace

QString titleOf(const model::Record& record) {
  for (const std::string_view name : kTitleFields) {
    const schema::Field* field = record.collection->find(name);
    if (!field || field->type == schema::Type::ref || field->type == schema::Type::id) continue;
    QString title = qstring(record.text(name));
    if (!title.isEmpty()) return title;
  }
  return {};
}

QString titleOf(const model::Mutation& mutation) {
  for (const std::string_view name : kTitleFields) {
    for (const model::FieldPatch& patch : mutation.patches) {
      if (patch.field->name != name) continue;
      if (const auto* text = std::get_if<std::string>(&patch.value)) return qstring(*text);
    }
  }
  return {};
}

QString wordsOf(const schema::Field& field, const model::Value& value) {
  const QVariant shown = toVariant(field, value);
  if (shown.typeId() == QMetaType::QStringList) return shown.toStringList().join(QStringLiteral(", "));
  if (model::isNull(value)) return {};
  return shown.toString();
}

QString wordsOfJson(const schema::Field& field, std::string_view json) {
  if (json.empty()) return {};
  const auto value = protocol::parseValue(field, json);
  return value.ok() ? wordsOf(field, *value) : qstring(json);
}

}  // namespace foyer::qt
