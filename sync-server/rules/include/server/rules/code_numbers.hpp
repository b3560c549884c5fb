// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "server/db/scope_store.hpp"
#include "server/ledger/ledger.hpp"

namespace foyer::server {

/// Gives out the numbers of codes: in order per kind and country, one per subject, never the same twice, also
/// when the database comes back older than the ledger. Thread-safe.
class CodeNumbers {
 public:
  /// Remembers numbers in this ledger from now on. Not owned.
  void keepLedger(Ledger& ledger);
  /// The number of `subject`; see ScopeStore::claimCode. May wait for the disk.
  std::int64_t number(ScopeStore& store, const std::string& kind, const std::string& country,
                      const Uuid& subject, std::int64_t nowMs);

 private:
  std::mutex m_mutex;
  std::unique_ptr<CodeLedger> m_ledger;
};

}  // namespace foyer::server
