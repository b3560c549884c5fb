// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <utility>

#include "server/db/principal.hpp"
#include "server/db/scope_store.hpp"

namespace foyer::server {

/// Tells the store how far devices have got, without a write per pull. Thread-safe.
class CursorNotes {
 public:
  explicit CursorNotes(ScopeStore& store) : m_store(store) {}
  /// A device says that it has everything of the scope up to `cursor`.
  void note(const Uuid& scope, const Principal& who, std::int64_t cursor, std::int64_t nowMs);
  /// A device was sent everything up to `version`: kept in memory until the next flush.
  void sent(const Uuid& scope, const Principal& who, std::int64_t version);
  /// Writes down what was sent since the last time, in one statement.
  void flush(std::int64_t nowMs);

 private:
  struct Note {
    std::int64_t cursor = 0;
    std::int64_t atMs = 0;
  };
  ScopeStore& m_store;
  std::mutex m_mutex;
  std::map<std::pair<Uuid, Uuid>, Note> m_notes;
  std::map<std::pair<Uuid, Uuid>, DeviceSent> m_sent;
};

}  // namespace foyer::server
