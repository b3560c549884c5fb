// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>
#include <optional>

#include "base/result.hpp"
#include "store/store.hpp"

namespace foyer::qt {

/// What a page wants written to one record. `base` and `was` come from when the editing began; without them
/// the values of this moment count as known. A create without a base knows nothing of a record that turns out
/// to be there.
struct WriteRequest {
  const schema::Collection* collection = nullptr;
  Uuid scope;
  Uuid id;
  model::Op op = model::Op::edit;
  QVariantMap values;
  /// Of a create: what the record begins with where nobody has said anything. Never written over one that is
  /// there (law 3).
  QVariantMap defaults;
  std::optional<std::int64_t> base;
  QVariantMap was;  ///< text and set fields: what the page showed when the editing began
};

/// Turns the request into a store edit and writes it. A create of a record that is there becomes an edit of
/// what was set. Runs on the worker thread.
Result<void> writeNow(store::Store& store, const WriteRequest& request);

}  // namespace foyer::qt
