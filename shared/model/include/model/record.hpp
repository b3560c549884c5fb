// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/uuid.hpp"
#include "model/value.hpp"
#include "schema/types.hpp"

namespace foyer::model {

enum class State : std::uint8_t {
  live = 0,
  trashed = 1,    ///< deleted, content kept for 30 days
  tombstone = 2,  ///< deleted for good: no content
};

/// One synced row as everybody sees it: the same on server and device.
struct Record {
  const schema::Collection* collection = nullptr;  ///< not owned, never null in a valid record
  Uuid scope;
  Uuid id;
  std::int64_t version = 0;  ///< the scope's counter when it last changed; 0 = not yet on the server
  State state = State::live;
  std::int64_t createdMs = 0;  ///< earliest create stamp, milliseconds since 1970
  std::int64_t updatedMs = 0;  ///< latest stamp merged into it
  std::vector<Value> fields;   ///< parallel to collection->fields

  Record() = default;
  Record(const schema::Collection& c, Uuid scopeId, Uuid recordId)
      : collection(&c), scope(scopeId), id(recordId), fields(c.fields.size()) {}

  /// Field by name; throws std::logic_error for a name the collection doesn't have.
  const Value& at(std::string_view name) const;
  Value& at(std::string_view name);
  /// Text of a text-like field, empty when null.
  std::string_view text(std::string_view name) const;
  /// Integer of an integer-like field, `fallback` when null.
  std::int64_t number(std::string_view name, std::int64_t fallback = 0) const;
  Uuid uuid(std::string_view name) const;
};

}  // namespace foyer::model
