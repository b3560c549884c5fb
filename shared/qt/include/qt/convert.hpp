// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"

namespace foyer::qt {

inline QString qstring(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline QString qstring(const Uuid& id) { return id.isNil() ? QString() : qstring(id.str()); }
/// Nil for anything that is not a UUID.
Uuid uuidOf(const QString& text);

/// A value as QML sees it. Text-like fields without a value are "", sets are lists of strings, times are
/// Dates, integers without a value are undefined.
QVariant toVariant(const schema::Field& field, const model::Value& value);
/// What a page wrote, as a value; undefined, null and "" are no value. The Error names the field.
Result<model::Value> fromVariant(const schema::Field& field, const QVariant& value);
/// One field's patch for writing `value` over `was`: a register's value, a text's value with its base, a
/// set's difference.
Result<model::FieldPatch> patchFor(const schema::Field& field, const QVariant& value,
                                   const model::Value& was);

/// All fields of a record by name.
QVariantMap toMap(const model::Record& record);

}  // namespace foyer::qt
