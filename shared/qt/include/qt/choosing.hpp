// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.hpp"
#include "store/store.hpp"

namespace foyer::qt {

/// What somebody does with a conflict.
enum class Settlement {
  take,     ///< the version that lost, or the delete
  putBack,  ///< undo of take
  both,     ///< texts: one after the other
  dismiss,  ///< as it is
};

/// A conflict as it stood before the eyes of the person who chooses: what came in since is not known to the
/// choice (law 2). An undo is made with what was shown when the choice was.
struct ShownConflict {
  model::Record card;
  std::optional<model::Record> subject;
  std::int64_t cardBase = 0;
  std::int64_t subjectBase = 0;
};

/// Writes the record and the conflict's resolution in one transaction. Runs on the worker thread.
Result<void> settleConflict(store::Store& store, const ShownConflict& shown, Settlement settlement);

}  // namespace foyer::qt
