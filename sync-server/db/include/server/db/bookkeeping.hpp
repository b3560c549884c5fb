// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::server {

struct KnownScope {
  Uuid scope;
  std::string kind;  ///< as its declaration calls it; empty: not born
};

/// All scopes of the database, by id. Throws when there is no database.
std::vector<KnownScope> knownScopes(const std::string& connection);

/// What contradicts itself in a scope's bookkeeping, in sentences: outcomes against devices, memberships
/// against accounts, files against what is stored, work that never gets done.
std::vector<std::string> examineBookkeeping(const std::string& connection, const Uuid& scope,
                                            std::int64_t nowMs);

/// Rows, memberships and files of scopes that don't exist.
std::vector<std::string> examineOrphans(const std::string& connection);

}  // namespace foyer::server
