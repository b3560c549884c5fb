// SPDX-License-Identifier: GPL-3.0-or-later
#include "closure.hpp"

namespace foyer::server {

std::vector<RecordKey> withChildren(ScopeStore& store, const Uuid& scope, std::vector<RecordKey> keys,
                                    std::int64_t limit) {
  std::vector<RecordKey> all;
  while (!keys.empty()) {
    const std::vector<RecordKey> children = store.childrenOf(scope, keys, limit);
    if (static_cast<std::int64_t>(children.size()) == limit) {
      keys = children;
      all.clear();
      // A family of records larger than a batch is taken from below.
      if (store.childrenOf(scope, keys, 1).empty()) return keys;
      continue;
    }
    all.insert(all.begin(), keys.begin(), keys.end());
    keys = children;
  }
  return all;
}

}  // namespace foyer::server
