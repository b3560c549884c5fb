// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <utility>

#include "store/store.hpp"

namespace foyer::photos {

/// Sets a register of a record that is being made or edited.
inline void put(store::Edit& edit, std::string_view field, model::Value value) {
  model::FieldPatch patch;
  patch.field = edit.collection->find(field);
  patch.value = std::move(value);
  edit.patches.push_back(std::move(patch));
}

/// The same, unless there is nothing to say.
inline void putText(store::Edit& edit, std::string_view field, std::string_view text) {
  if (!text.empty()) put(edit, field, std::string(text));
}

}  // namespace foyer::photos
