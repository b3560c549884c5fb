// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity.hpp"

#include <vector>

#include "crypto/derived_id.hpp"

namespace foyer::model {
namespace {

template <class ValueOf>
std::optional<Uuid> naturalIdWith(const schema::Collection& collection, const Uuid& scope, ValueOf valueOf) {
  if (collection.head) return scope;
  if (collection.key.empty()) return std::nullopt;
  std::vector<std::string> parts;
  for (std::string_view name : collection.key) parts.push_back(keyPart(valueOf(name)));
  const std::vector<std::string_view> views(parts.begin(), parts.end());
  return crypto::derivedId(scope, collection.name, views);
}

}  // namespace

std::string keyPart(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* id = std::get_if<Uuid>(&value)) return id->str();
  return {};
}

std::optional<Uuid> naturalId(const Record& record) {
  return naturalIdWith(*record.collection, record.scope,
                       [&](std::string_view name) { return record.at(name); });
}

std::optional<Uuid> naturalId(const schema::Collection& collection, const Uuid& scope,
                              std::span<const FieldPatch> patches) {
  return naturalIdWith(collection, scope, [&](std::string_view name) {
    for (const FieldPatch& patch : patches) {
      if (patch.field != nullptr && patch.field->name == name) return patch.value;
    }
    return Value{};
  });
}

}  // namespace foyer::model
