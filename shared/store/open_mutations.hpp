// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <unordered_map>
#include <vector>

#include "keys.hpp"

namespace foyer::store {

/// Life of a mutation on this device. Stored as numbers.
enum class Stage : std::uint8_t {
  queued = 0,     ///< no number yet: later writes may still join it
  sent = 1,       ///< numbered: its bytes never change; sent, or about to be
  acked = 2,      ///< answered, on top of the truth until that has reached its version
  held = 3,       ///< refused: in needs attention
  done = 4,       ///< in the truth; kept for 30 days
  discarded = 5,  ///< given up by the person: kept for 30 days, so that it can be taken back
};

/// Which mutations are neither done nor discarded, in memory: where they are in the database (local ids), by
/// scope and by record. Instead of an index by stage, which each edit would have to write.
class OpenMutations {
 public:
  /// A mutation that is new, or whose stage is another one now; from `done` on it is none of these any more.
  void put(const RecordKey& key, std::int64_t localId, Stage stage);
  void erase(const RecordKey& key, std::int64_t localId);
  void clear();

  bool has(const RecordKey& key) const { return !m_records.empty() && m_records.contains(key); }
  std::vector<RecordKey> records() const;
  /// Those of a record, oldest first.
  std::vector<std::int64_t> of(const RecordKey& key) const;
  /// Those of a scope, oldest first; a negative limit is none.
  std::vector<std::int64_t> of(const Uuid& scope, std::initializer_list<Stage> stages,
                               std::int64_t limit) const;
  /// Of one that was put.
  Stage stageOf(const Uuid& scope, std::int64_t localId) const {
    return m_scopes.at(scope).stages.at(localId);
  }
  std::int64_t count(const Uuid& scope, Stage stage) const;
  std::vector<Uuid> scopesWith(Stage stage) const;

 private:
  struct Queue {
    std::map<std::int64_t, Stage> stages;
    std::array<std::int64_t, 4> counts{};
  };
  std::map<Uuid, Queue> m_scopes;
  std::unordered_map<RecordKey, std::vector<std::int64_t>, RecordKeyHash> m_records;
};

}  // namespace foyer::store
