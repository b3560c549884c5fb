// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "outbox.hpp"

namespace foyer::store {

/// What writing an edit does to the outbox of its record.
struct JoinPlan {
  std::vector<std::size_t> touched;    ///< indices in `pending` of entries whose mutation changed
  std::vector<model::Mutation> added;  ///< new ones, oldest first; stamps are the edit's
};

/// Law 5: patches join an unnumbered mutation of the same record and base. Law 2: a value typed over the
/// device's own pending value inherits that one's base; patches with different bases become separate
/// mutations. `pending` is all that lies on top of the truth, oldest first; touched entries are changed in
/// place. `onTruth` tells whether the server has the record: while it has not, everything joins its
/// unnumbered create.
JoinPlan join(std::vector<OutboxEntry>& pending, const model::Mutation& edit, bool onTruth);

/// The lowest base of the edit's own and of the pending values that it is typed over.
std::int64_t pendingBase(const std::vector<OutboxEntry>& pending, const model::Mutation& edit);

/// Puts a later patch of the same field on top of an earlier one: values are replaced, set deltas composed,
/// text keeps what the first one was based on.
void compose(model::FieldPatch& earlier, const model::FieldPatch& later);

}  // namespace foyer::store
