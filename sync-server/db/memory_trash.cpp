// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "memory_tx.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

bool ripe(const MemoryStore::ScopeData& data, const RecordKey& key, const model::Record& row,
          std::int64_t beforeMs) {
  if (row.state != model::State::trashed || row.updatedMs >= beforeMs) return false;
  auto line = data.journal.lower_bound({key, 0});
  for (; line != data.journal.end() && line->first.first == key; ++line) {
    const bool deleted = line->second.what == JournalEntry::What::deleted;
    if (deleted && line->second.receivedMs >= beforeMs) return false;
  }
  return true;
}

}  // namespace

std::vector<Uuid> MemoryStore::scopesWithTrash(std::int64_t beforeMs, const Uuid& after, std::int64_t limit) {
  const std::lock_guard lock(m_mutex);
  std::vector<Uuid> all;
  for (auto it = m_scopes.upper_bound(after); it != m_scopes.end(); ++it) {
    if (static_cast<std::int64_t>(all.size()) == limit) break;
    const bool any =
        std::any_of(it->second->records.begin(), it->second->records.end(), [&](const auto& entry) {
          const model::Record& row = entry.second.first.row;
          return row.state == model::State::trashed && row.updatedMs < beforeMs;
        });
    if (any) all.push_back(it->first);
  }
  return all;
}

std::vector<RecordKey> MemoryStore::ripeTrash(const Uuid& scope, std::int64_t beforeMs,
                                              std::int64_t untilVersion, std::int64_t limit) {
  const std::lock_guard lock(m_mutex);
  std::vector<RecordKey> keys;
  const auto found = m_scopes.find(scope);
  if (found == m_scopes.end()) return keys;
  for (const auto& [key, entry] : found->second->records) {
    if (static_cast<std::int64_t>(keys.size()) == limit) break;
    const model::Record& row = entry.first.row;
    if (row.version <= untilVersion && ripe(*found->second, key, row, beforeMs)) keys.push_back(key);
  }
  return keys;
}

std::vector<RecordKey> MemoryStore::childrenOf(const Uuid& scope, std::span<const RecordKey> parents,
                                               std::int64_t limit) {
  const std::lock_guard lock(m_mutex);
  std::vector<RecordKey> keys;
  const auto found = m_scopes.find(scope);
  if (found == m_scopes.end()) return keys;
  for (const auto& [key, entry] : found->second->records) {
    if (static_cast<std::int64_t>(keys.size()) == limit) break;
    const schema::Collection& c = *key.collection;
    if (c.parent.empty() || c.facts || entry.first.row.state == model::State::tombstone) continue;
    const RecordKey parent{&schema::collection(c.find(c.parent)->target), entry.first.row.uuid(c.parent)};
    if (std::find(parents.begin(), parents.end(), parent) != parents.end()) keys.push_back(key);
  }
  return keys;
}

void MemoryStore::noteCursor(const Uuid& scope, const DeviceCursor& device) {
  const std::lock_guard lock(m_mutex);
  const auto found = m_scopes.find(scope);
  if (found != m_scopes.end()) found->second->cursors[device.device] = device;
}

std::optional<std::int64_t> MemoryStore::slowestCursor(const Uuid& scope, std::int64_t seenSinceMs) {
  const std::lock_guard lock(m_mutex);
  const auto found = m_scopes.find(scope);
  if (found == m_scopes.end()) return std::nullopt;
  const ScopeData& data = *found->second;
  std::optional<std::int64_t> slowest;
  const auto count = [&](const Uuid& device, const Uuid& account, std::int64_t seenMs) {
    if (seenMs < seenSinceMs || !data.members.contains(account)) return;
    const auto cursor = data.cursors.find(device);
    const std::int64_t at = cursor == data.cursors.end() ? 0 : cursor->second.cursor;
    slowest = std::min(slowest.value_or(at), at);
  };
  for (const auto& [id, row] : data.devices) count(id, row.account, row.seenMs);
  for (const auto& [id, cursor] : data.cursors) {
    if (cursor.cursor > 0) count(id, cursor.account, cursor.seenMs);
  }
  return slowest;
}

ScopeChange MemoryStore::eraseScope(const Uuid& scope) {
  const std::lock_guard lock(m_mutex);
  std::unique_ptr<ScopeData>& data = m_scopes[scope];
  ScopeRow row;
  if (data) row = data->row;
  data = std::make_unique<ScopeData>();
  data->row.scope = scope;
  data->row.kind = kErasedScope;
  data->row.epoch = row.epoch;
  data->row.epochBase = row.epochBase;
  data->row.clock = row.clock;
  data->row.head = data->row.membersVersion = row.head + 1;
  std::erase_if(m_jobs, [&](const auto& job) { return job.second.scope == scope; });
  ScopeChange change;
  change.scope = scope;
  change.head = data->row.head;
  change.members = true;
  return change;
}

std::vector<Uuid> MemoryStore::Tx::fetchConflictsOf(std::span<const Uuid> subjects) {
  const schema::Collection& conflicts = schema::collection("conflicts");
  std::vector<Uuid> ids;
  for (auto it = m_data.records.lower_bound({&conflicts, Uuid{}}); it != m_data.records.end(); ++it) {
    if (it->first.collection != &conflicts) break;
    const model::Record& row = it->second.first.row;
    if (row.state == model::State::tombstone) continue;
    if (std::find(subjects.begin(), subjects.end(), row.uuid("subject_id")) != subjects.end()) {
      ids.push_back(row.id);
    }
  }
  return ids;
}

bool MemoryStore::Tx::fetchErased(const Uuid& record) { return m_data.erased.contains(record); }

std::int64_t MemoryStore::Tx::fetchRecordCount() { return m_data.recordCount; }

void MemoryStore::Tx::commitForgotten() {
  m_data.recordCount += m_countChange;
  for (const RecordKey& key : m_forgotten) {
    auto line = m_data.journal.lower_bound({key, 0});
    while (line != m_data.journal.end() && line->first.first == key) line = m_data.journal.erase(line);
  }
  m_data.erased.insert(m_erased.begin(), m_erased.end());
  for (const Uuid& writer : m_forgottenWriters) {
    std::map<RecordKey, std::vector<JournalEntry>> records;
    for (const auto& [at, line] : m_data.journal) records[at.first].push_back(line);
    for (auto& [key, lines] : records) {
      const bool wrote =
          std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.account == writer; });
      if (!wrote) continue;
      for (const JournalEntry* line : blankValues(lines, writer))
        m_data.journal[{key, line->version}] = *line;
    }
  }
}

}  // namespace foyer::server
