// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "exchange/library.hpp"
#include "model/mutation.hpp"

namespace foyer::exchange {

/// One record that an import, or its undo, writes in the library's scope.
struct Change {
  const schema::Collection* collection = nullptr;
  Uuid id;
  model::Op op = model::Op::create;
  std::vector<model::FieldPatch> patches;
};

/// What an import would do. It only adds: an empty field is filled, what the device says already stays (and
/// is reported when the file says something else), a viewing of the same day and episode is not noted twice.
/// So the same import a second time changes nothing.
struct Plan {
  std::vector<Change> changes;
  std::int64_t titles = 0;     ///< in the files
  std::int64_t added = 0;      ///< new on the watchlist
  std::int64_t completed = 0;  ///< there before, and something is filled in
  std::int64_t unchanged = 0;
  std::int64_t viewings = 0;  ///< new in the diary
  std::int64_t own = 0;       ///< of those added: in no catalogue
};

/// Reports what does not fit a field, or differs from what is there, to `parsed`.
Plan plan(Parsed& parsed, const Library& library);

}  // namespace foyer::exchange
