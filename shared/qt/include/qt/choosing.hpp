// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

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

/// Writes the record and the conflict's resolution in one transaction. Answers with the record as it was
/// before, which putBack needs as `before`. Runs on the worker thread.
Result<std::shared_ptr<const model::Record>> settleConflict(
    store::Store& store, const Uuid& scope, const Uuid& conflict, Settlement settlement,
    const std::shared_ptr<const model::Record>& before);

}  // namespace foyer::qt
