// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "store/store.hpp"

namespace foyer::qt {

/// What was done on this device before anybody signed in becomes the work of the account that signs in.
/// Lives on the store's thread, not longer than the store.
class Adoption {
 public:
  explicit Adoption(store::Store& store) : m_store(store) {}

  /// Moves everything from the provisional person scope into the account's. Returns how many records moved.
  std::int64_t take(const Uuid& from, const Uuid& to);
  /// Once the account's own entries are here: a title that was typed by hand and is there already becomes
  /// edits of that entry, as by somebody who did not know it. Nothing to do most of the time, and then free.
  void settle();

 private:
  bool arrived(const Uuid& scope);
  void merge(const model::Record& typed, const std::vector<model::Record>& all);

  store::Store& m_store;
  bool m_done = false;
};

}  // namespace foyer::qt
