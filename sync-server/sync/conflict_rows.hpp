// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "merge/merge.hpp"
#include "server/sync/scope_writer.hpp"

namespace foyer::server {

/// Conflicts as records of the scope (law 8). One card per record, field and device whose value lost: its id
/// is derivedId(scope, "conflicts", {collection, record id, field or kind, device}). A later loss by the same
/// device overwrites its card, since the later value is what that author wants.

/// Cards that a mutation may close; read ahead in one go.
void conflictKeys(const model::Mutation& m, std::vector<RecordKey>& keys);
/// Closes the open cards of the fields that the author's device now gave a later value.
void closeOvertaken(ScopeWriter& writer, const model::Mutation& m);
void writeConflict(ScopeWriter& writer, const RecordKey& subject, const merge::Conflict& conflict);

}  // namespace foyer::server
