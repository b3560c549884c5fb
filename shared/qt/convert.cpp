// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/convert.hpp"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <algorithm>
#include <cmath>
#include <iterator>

namespace foyer::qt {
namespace {

using schema::Type;

bool isNumber(Type type) { return type == Type::integer || type == Type::boolean || type == Type::time; }

Error wrongType(const schema::Field& field) {
  return {Code::invalidField, std::string(field.name), std::string(field.name) + " has the wrong type"};
}

/// Half a character has no bytes; what would be written in its place is not what somebody typed.
Error unreadable(const schema::Field& field) {
  return {Code::invalidField, std::string(field.name),
          "This is not readable text: a character in it is cut in half."};
}

std::string utf8(const QVariant& value) {
  const QByteArray bytes = value.toString().toUtf8();
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool isNothing(const QVariant& value) {
  return !value.isValid() || value.isNull() ||
         (value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

}  // namespace

Uuid uuidOf(const QString& text) { return Uuid::parse(text.toStdString()).value_or(Uuid{}); }

QVariant toVariant(const schema::Field& field, const model::Value& value) {
  if (model::isNull(value)) {
    if (field.type == Type::boolean) return false;
    if (field.type == Type::textSet) return QStringList();
    if (field.type == Type::bytes) return QByteArray();
    return isNumber(field.type) ? QVariant() : QVariant(QString());
  }
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (field.type == Type::boolean) return *number != 0;
    if (field.type == Type::time) return QDateTime::fromMSecsSinceEpoch(*number, Qt::UTC).toLocalTime();
    return static_cast<double>(*number);
  }
  if (const auto* text = std::get_if<std::string>(&value)) return qstring(*text);
  if (const auto* id = std::get_if<Uuid>(&value)) return qstring(*id);
  if (const auto* raw = std::get_if<Bytes>(&value))
    return QByteArray(reinterpret_cast<const char*>(raw->data()), static_cast<qsizetype>(raw->size()));
  QStringList list;
  for (const std::string& element : std::get<model::TextSet>(value)) list.append(qstring(element));
  return list;
}

Result<model::Value> fromVariant(const schema::Field& field, const QVariant& value) {
  if (field.type == Type::textSet) {
    std::vector<std::string> elements;
    for (const QString& element : value.toStringList()) {
      if (!element.isValidUtf16()) return unreadable(field);
      elements.push_back(element.toStdString());
    }
    return model::Value(model::makeSet(std::move(elements)));
  }
  if (isNothing(value)) return model::Value();
  switch (field.type) {
    case Type::boolean:
      return model::Value(std::int64_t{value.toBool()});
    case Type::time:
      if (value.canConvert<QDateTime>() && value.toDateTime().isValid())
        return model::Value(std::int64_t{value.toDateTime().toMSecsSinceEpoch()});
      [[fallthrough]];
    case Type::integer: {
      bool ok = false;
      const double number = value.toDouble(&ok);
      if (!ok || number != std::floor(number) || std::abs(number) > 9007199254740991.0)
        return wrongType(field);
      return model::Value(static_cast<std::int64_t>(number));
    }
    case Type::ref:
    case Type::id: {
      const auto id = Uuid::parse(utf8(value));
      if (!id) return wrongType(field);
      return model::Value(*id);
    }
    case Type::bytes: {
      const QByteArray raw = value.toByteArray();
      return model::Value(Bytes(reinterpret_cast<const std::uint8_t*>(raw.constData()),
                                static_cast<std::size_t>(raw.size())));
    }
    default:
      if (!value.toString().isValidUtf16()) return unreadable(field);
      return model::Value(utf8(value));
  }
}

Result<model::FieldPatch> patchFor(const schema::Field& field, const QVariant& value,
                                   const model::Value& was) {
  auto wanted = fromVariant(field, value);
  if (!wanted.ok()) return wanted.error();
  model::FieldPatch patch;
  patch.field = &field;
  if (field.merge == schema::Merge::set) {
    const auto* before = std::get_if<model::TextSet>(&was);
    const model::TextSet old = before ? *before : model::TextSet{};
    const auto& now = std::get<model::TextSet>(*wanted);
    std::set_difference(now.begin(), now.end(), old.begin(), old.end(), std::back_inserter(patch.added));
    std::set_difference(old.begin(), old.end(), now.begin(), now.end(), std::back_inserter(patch.removed));
    return patch;
  }
  if (field.merge == schema::Merge::text) {
    const auto* before = std::get_if<std::string>(&was);
    patch.was = before ? *before : std::string();
  }
  patch.value = std::move(wanted).value();
  return patch;
}

QVariantMap toMap(const model::Record& record) {
  QVariantMap map;
  const auto& fields = record.collection->fields;
  for (std::size_t i = 0; i < fields.size(); ++i)
    map.insert(qstring(fields[i].name), toVariant(fields[i], record.fields[i]));
  return map;
}

}  // namespace foyer::qt
