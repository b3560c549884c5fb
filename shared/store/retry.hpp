// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "database.hpp"

namespace foyer::store {

/// Queues a held mutation and what depends on it again, with corrected patches put on top. Inside a
/// transaction.
std::optional<Error> requeue(Database& d, std::int64_t localId,
                             const std::vector<model::FieldPatch>& corrected);

}  // namespace foyer::store
