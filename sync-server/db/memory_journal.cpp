// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory_data.hpp"

namespace foyer::server {

std::vector<JournalEntry> MemoryStore::history(const Uuid& scope, const RecordKey& record,
                                               std::int64_t before, std::int64_t limit) {
  const std::lock_guard lock(m_mutex);
  std::vector<JournalEntry> lines;
  const auto found = m_scopes.find(scope);
  if (found == m_scopes.end()) return lines;
  const auto& journal = found->second->journal;
  auto it = journal.lower_bound({record, before});
  while (it != journal.begin() && static_cast<std::int64_t>(lines.size()) < limit) {
    --it;
    if (it->first.first != record) break;
    lines.push_back(it->second);
  }
  return lines;
}

std::int64_t MemoryStore::pruneJournal(std::int64_t beforeMs, std::int64_t limit) {
  const std::lock_guard lock(m_mutex);
  std::int64_t dropped = 0;
  for (auto& [id, data] : m_scopes) {
    for (auto it = data->journal.begin(); it != data->journal.end() && dropped < limit;) {
      const bool old = it->second.receivedMs < beforeMs;
      it = old ? data->journal.erase(it) : std::next(it);
      dropped += old ? 1 : 0;
    }
  }
  return dropped;
}

}  // namespace foyer::server
