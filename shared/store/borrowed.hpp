// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/mutation.hpp"
#include "sqlite.hpp"

namespace foyer::store {

/// What of a held mutation the device took from a shown record instead of being told it by this person:
/// others may have written it, so it doesn't survive leaving (law 12). Kept beside the outbox until its entry
/// is gone. Inside a transaction.
void keepBorrowed(Db& db, std::int64_t localId, const model::Mutation& borrowed);
std::optional<model::Mutation> borrowedOf(Db& db, std::int64_t localId);

/// Takes out of a mutation what others wrote: what was borrowed, the text that an edit was based on, elements
/// that it takes away. Of a text the words that were put into it stay. False: this person typed nothing in
/// it.
bool keepOwnWords(model::Mutation& m, const std::optional<model::Mutation>& borrowed);

}  // namespace foyer::store
