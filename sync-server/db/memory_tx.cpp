// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory_tx.hpp"

#include <algorithm>

#include "schema/collections.hpp"

namespace foyer::server {

void MemoryStore::Tx::fetch(std::span<const RecordKey> keys) {
  for (const RecordKey& key : keys) {
    if (const auto it = m_data.records.find(key); it != m_data.records.end()) {
      loaded(it->second.first, it->second.second);
    }
  }
}

void MemoryStore::Tx::fetchOpenConflicts(std::span<const Uuid> subjects) {
  const schema::Collection& conflicts = schema::collection("conflicts");
  for (auto it = m_data.records.lower_bound({&conflicts, Uuid{}}); it != m_data.records.end(); ++it) {
    if (it->first.collection != &conflicts) break;
    const model::Record& row = it->second.first.row;
    const bool open = row.state == model::State::live && model::isNull(row.at("resolution"));
    const Uuid subject = row.uuid("subject_id");
    if (open && std::find(subjects.begin(), subjects.end(), subject) != subjects.end()) {
      loaded(it->second.first, it->second.second);
    }
  }
}

std::optional<std::string> MemoryStore::Tx::fetchRole(const Uuid& account) {
  const auto it = m_data.members.find(account);
  if (it != m_data.members.end()) return it->second;
  // Everybody reads a catalogue.
  return m_data.row.kind == schema::Scope::catalog ? std::optional<std::string>("reader") : std::nullopt;
}

std::vector<Member> MemoryStore::Tx::fetchMembers() {
  std::vector<Member> all;
  for (const auto& [account, role] : m_data.members) all.push_back({account, role});
  return all;
}

std::optional<DeviceRow> MemoryStore::Tx::fetchDevice(const Uuid& device) {
  const auto it = m_data.devices.find(device);
  return it == m_data.devices.end() ? std::nullopt : std::optional(it->second);
}

std::optional<StoredOutcome> MemoryStore::Tx::fetchOutcome(const Uuid& device, std::uint64_t seq) {
  const auto it = m_data.outcomes.find({device, seq});
  return it == m_data.outcomes.end() ? std::nullopt : std::optional(it->second);
}

std::int64_t MemoryStore::Tx::fetchProjectedFrom(const Uuid& source) {
  const auto it = m_data.projected.find(source);
  return it == m_data.projected.end() ? 0 : it->second;
}

std::map<std::int64_t, model::Digest> MemoryStore::Tx::chainAt(std::span<const std::int64_t> versions) {
  std::map<std::int64_t, model::Digest> found;
  for (const std::int64_t version : versions) {
    if (const auto it = m_data.chain.find(version); it != m_data.chain.end()) found.insert(*it);
  }
  return found;
}

std::optional<std::int64_t> MemoryStore::Tx::oldestChain() {
  return m_data.chain.empty() ? std::nullopt : std::optional(m_data.chain.begin()->first);
}

void MemoryStore::Tx::commit(std::map<std::int64_t, Job>& jobs, std::int64_t& lastJob) {
  if (!prepareCommit()) return;
  if (chainGrew()) m_data.chain[m_row.head] = m_row.chain;
  m_data.epochs.insert(m_data.epochs.end(), m_newEpochs.begin(), m_newEpochs.end());
  m_data.row = m_row;
  for (const auto& [account, role] : m_members) {
    if (role) m_data.members[account] = *role;
    if (!role) m_data.members.erase(account);
  }
  for (const auto& [id, device] : m_devices) m_data.devices[id] = device;
  for (const OutcomeBatch& batch : m_outcomes) {
    std::uint64_t seq = batch.firstSeq;
    for (const StoredOutcome& outcome : batch.outcomes) m_data.outcomes[{batch.device, seq++}] = outcome;
  }
  for (const auto& [device, ack] : m_prune) {
    auto it = m_data.outcomes.lower_bound({device, 0});
    for (; it != m_data.outcomes.end() && it->first.first == device && it->first.second <= ack; ++it) {
      it->second.result.reason.reset();
    }
  }
  for (auto& [key, entry] : m_records) {
    if (entry.dirty) m_data.records[key] = {std::move(*entry.record), entry.hash};
  }
  for (Job& job : m_jobs) {
    job.id = ++lastJob;
    jobs[job.id] = std::move(job);
  }
  commitForgotten();
  for (JournalEntry& line : m_journal) m_data.journal[{line.record, line.version}] = std::move(line);
  for (const auto& [source, version] : m_projected) m_data.projected[source] = version;
}

}  // namespace foyer::server
