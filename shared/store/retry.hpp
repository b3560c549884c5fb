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

/// An item of needs attention; none when it was settled meanwhile.
std::optional<OutboxEntry> findHeld(Database& d, std::int64_t localId);
/// A held entry and everything that waits behind it.
std::vector<OutboxEntry> withDependents(Database& d, const OutboxEntry& held);

}  // namespace foyer::store
