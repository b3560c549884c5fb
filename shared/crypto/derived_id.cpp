// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/derived_id.hpp"

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::crypto {

Uuid derivedId(const Uuid& scope, std::string_view collection, std::span<const std::string_view> key) {
  Hasher hasher("foyer-id");
  hasher.updatePart(scope.bytes).updatePart(asBytes(collection));
  for (const std::string_view part : key) hasher.updatePart(asBytes(part));
  return Uuid::v8(hasher.finish128());
}

Uuid derivedId(const Uuid& scope, std::string_view collection, std::initializer_list<std::string_view> key) {
  return derivedId(scope, collection, std::span(key.begin(), key.size()));
}

Uuid gateScopeOf(const Uuid& project) { return derivedId(project, "gate", {}); }

}  // namespace foyer::crypto
