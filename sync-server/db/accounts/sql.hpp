// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <pqxx/pqxx>
#include <string>

#include "base/text.hpp"
#include "base/uuid.hpp"

/// Values on their way into and out of statements.
namespace foyer::server::sql {

inline std::optional<std::string> idOrNull(const Uuid& id) {
  return id.isNil() ? std::nullopt : std::optional(id.str());
}
inline std::string bytes(const Bytes& raw) { return "\\x" + toHex(raw); }
inline std::optional<std::string> bytesOrNull(const Bytes& raw) {
  return raw.empty() ? std::nullopt : std::optional(bytes(raw));
}

inline Uuid id(const pqxx::field& field) {
  return field.is_null() ? Uuid{} : Uuid::parse(field.c_str()).value_or(Uuid{});
}
inline std::string text(const pqxx::field& field) { return field.is_null() ? std::string() : field.c_str(); }
inline std::int64_t number(const pqxx::field& field) { return field.as<std::int64_t>(0); }
inline bool yes(const pqxx::field& field) { return field.as<bool>(false); }
inline std::optional<std::int64_t> numberOrNull(const pqxx::field& field) {
  return field.is_null() ? std::nullopt : std::optional(field.as<std::int64_t>());
}
inline Bytes raw(const pqxx::field& field) {
  if (field.is_null()) return {};
  const std::string out = fromHex(std::string_view(field.c_str()).substr(2)).value_or(std::string());
  return Bytes(reinterpret_cast<const std::uint8_t*>(out.data()), out.size());
}

}  // namespace foyer::server::sql
