// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "model/mutation.hpp"
#include "open_mutations.hpp"

namespace foyer::store {

/// Whether the server has not taken it: such a change may wait, or others behind it.
inline bool isUnanswered(Stage stage) {
  return stage == Stage::queued || stage == Stage::sent || stage == Stage::held;
}

/// A queued, sent or held mutation, as far as it matters for what waits for what.
struct OpenChange {
  using Named = std::pair<std::string_view, Uuid>;  ///< collection and record

  OpenChange(const model::Mutation& mutation, Stage stage);
  Stage stage;
  model::Op op;
  const schema::Collection* collection;
  Uuid id;
  std::vector<Named> refersTo;

  Named self() const { return {collection->name, id}; }
};

/// Those of one scope, by their local ids: oldest first.
using OpenChanges = std::map<std::int64_t, OpenChange>;
/// By local id the held one at the root of its waiting, itself for a root; those that are free are missing.
using Roots = std::map<std::int64_t, std::int64_t>;

/// What waits behind a held mutation: later mutations of the same record, mutations that refer to a record it
/// creates, everything in a scope it creates (law 9).
Roots waitingBehind(const OpenChanges& changes);

}  // namespace foyer::store
