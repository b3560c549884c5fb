// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "sqlite.hpp"
#include "store/store.hpp"

namespace foyer::store {

/// Scopes with their cursors: all in memory, written through.
class ScopeTable {
 public:
  /// ScopeInfo as stored; counts are filled in by whoever hands it out.
  struct Entry : ScopeInfo {
    bool restarting = false;  ///< a full re-read runs: what it doesn't bring is dropped at its end
  };

  explicit ScopeTable(Db& db) : m_db(&db) { reload(); }
  void reload();
  const Entry* find(const Uuid& scope) const;
  const std::map<Uuid, Entry>& all() const { return m_entries; }
  void put(const Entry& entry);
  void erase(const Uuid& scope);

 private:
  Db* m_db;
  std::map<Uuid, Entry> m_entries;
};

}  // namespace foyer::store
