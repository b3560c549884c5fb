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
    /// A full re-read runs: 1, what it doesn't bring is dropped at its end; 2, what it doesn't bring is set
    /// aside.
    int restarting = 0;
  };

  explicit ScopeTable(Db& db) : m_db(&db) { reload(); }
  void reload();
  const Entry* find(const Uuid& scope) const;
  const std::map<Uuid, Entry>& all() const { return m_entries; }
  void put(const Entry& entry);
  void erase(const Uuid& scope);
  /// After an update of the program: an unfinished pass of the older level is given up.
  void followLevel(int level);

 private:
  Db* m_db;
  std::map<Uuid, Entry> m_entries;
};

}  // namespace foyer::store
