// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "server/db/scope_store.hpp"

namespace foyer::server {

/// Reads a whole scope and says in sentences what contradicts itself: rows against their hashes, their sum
/// against the scope's digest, versions against heads, references, members. Empty: all is well. Errors:
/// notFound; busy, when the scope kept changing while it was read.
Result<std::vector<std::string>> examineRecords(ScopeStore& store, const Uuid& scope);

}  // namespace foyer::server
