// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_mutations.hpp"

#include <algorithm>

namespace foyer::store {

namespace {

std::size_t at(Stage stage) { return static_cast<std::size_t>(stage); }

}  // namespace

void OpenMutations::put(const RecordKey& key, std::int64_t localId, Stage stage) {
  if (stage >= Stage::done) return erase(key, localId);
  Queue& queue = m_scopes[key.scope];
  const auto [entry, fresh] = queue.stages.try_emplace(localId, stage);
  if (!fresh) --queue.counts[at(entry->second)];
  ++queue.counts[at(stage)];
  entry->second = stage;
  if (!fresh) return;
  std::vector<std::int64_t>& ids = m_records[key];
  ids.insert(std::ranges::upper_bound(ids, localId), localId);
}

void OpenMutations::erase(const RecordKey& key, std::int64_t localId) {
  const auto scope = m_scopes.find(key.scope);
  if (scope == m_scopes.end()) return;
  Queue& queue = scope->second;
  const auto entry = queue.stages.find(localId);
  if (entry == queue.stages.end()) return;
  --queue.counts[at(entry->second)];
  queue.stages.erase(entry);
  const auto record = m_records.find(key);
  std::erase(record->second, localId);
  if (record->second.empty()) m_records.erase(record);
}

void OpenMutations::clear() {
  m_scopes.clear();
  m_records.clear();
}

std::vector<RecordKey> OpenMutations::records() const {
  std::vector<RecordKey> keys;
  for (const auto& [key, ids] : m_records) keys.push_back(key);
  return keys;
}

std::vector<std::int64_t> OpenMutations::of(const RecordKey& key) const {
  const auto it = m_records.find(key);
  return it == m_records.end() ? std::vector<std::int64_t>{} : it->second;
}

std::vector<std::int64_t> OpenMutations::of(const Uuid& scope, std::initializer_list<Stage> stages,
                                            std::int64_t limit) const {
  std::vector<std::int64_t> out;
  const auto it = m_scopes.find(scope);
  if (it == m_scopes.end()) return out;
  for (const auto& [localId, stage] : it->second.stages) {
    if (limit >= 0 && static_cast<std::int64_t>(out.size()) >= limit) break;
    if (std::ranges::find(stages, stage) != stages.end()) out.push_back(localId);
  }
  return out;
}

std::int64_t OpenMutations::count(const Uuid& scope, Stage stage) const {
  const auto it = m_scopes.find(scope);
  return it == m_scopes.end() ? 0 : it->second.counts[at(stage)];
}

std::vector<Uuid> OpenMutations::scopesWith(Stage stage) const {
  std::vector<Uuid> out;
  for (const auto& [scope, queue] : m_scopes) {
    if (queue.counts[at(stage)] > 0) out.push_back(scope);
  }
  return out;
}

}  // namespace foyer::store
