// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "base/uuid.hpp"

namespace foyer::store {

/// Which record, without its content.
struct RecordKey {
  Uuid scope;
  std::uint16_t collection = 0;
  Uuid id;
  auto operator<=>(const RecordKey&) const = default;
};

struct RecordKeyHash {
  std::size_t operator()(const RecordKey& key) const noexcept {
    const std::hash<Uuid> hash;
    return hash(key.id) ^ (hash(key.scope) * 31) ^ key.collection;
  }
};

}  // namespace foyer::store
