// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "server/db/scope_store.hpp"

namespace foyer::server {

/// `keys` with all that they hide, children before parents, at most `limit`; what doesn't fit waits with its
/// parents for the next batch.
std::vector<RecordKey> withChildren(ScopeStore& store, const Uuid& scope, std::vector<RecordKey> keys,
                                    std::int64_t limit);

}  // namespace foyer::server
