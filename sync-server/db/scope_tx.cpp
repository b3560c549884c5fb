// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/scope_tx.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "server/db/page.hpp"

namespace foyer::server {
namespace {

/// Hashes of a row as the levels below the newest know it; none where all know the same of it.
std::vector<model::Digest> olderHashes(const model::Record& row) {
  std::vector<model::Digest> hashes;
  if (!row.collection->newerThan(1)) return hashes;
  for (int level = 1; level < schema::kSchemaLevel; ++level) hashes.push_back(model::rowHash(row, level));
  return hashes;
}

}  // namespace

namespace {
/// Larger commits are read by who needs them: nobody may be listening, and copies are not free.
constexpr std::int64_t kAnnouncedRows = 200;
}  // namespace

std::optional<std::string> ScopeTx::roleOf(const Uuid& account) {
  if (const auto it = m_roles.find(account); it != m_roles.end()) return it->second;
  return m_roles[account] = fetchRole(account);
}

std::vector<Member> ScopeTx::members() {
  std::vector<Member> all = fetchMembers();
  for (const auto& [account, role] : m_members) {
    std::erase_if(all, [&](const Member& m) { return m.account == account; });
    if (role) all.push_back({account, *role});
  }
  std::sort(all.begin(), all.end(), [](const Member& a, const Member& b) { return a.account < b.account; });
  return all;
}

void ScopeTx::setMember(const Uuid& account, const std::string& role) {
  m_roles[account] = role;
  m_members[account] = role;
}

void ScopeTx::removeMember(const Uuid& account) {
  m_roles[account] = std::nullopt;
  m_members[account] = std::nullopt;
}

DeviceRow& ScopeTx::device(const Uuid& device) {
  if (const auto it = m_devices.find(device); it != m_devices.end()) return it->second;
  std::optional<DeviceRow> row = fetchDevice(device);
  if (row) m_devicesBefore[device] = *row;
  if (!row) row.emplace().device = device;
  return m_devices[device] = *row;
}

std::optional<StoredOutcome> ScopeTx::outcome(const Uuid& device, std::uint64_t seq) {
  for (const OutcomeBatch& batch : m_outcomes) {
    if (batch.device == device && seq >= batch.firstSeq && seq < batch.firstSeq + batch.outcomes.size()) {
      return batch.outcomes[seq - batch.firstSeq];
    }
  }
  return fetchOutcome(device, seq);
}

void ScopeTx::addOutcomes(const Uuid& device, std::uint64_t firstSeq, std::vector<StoredOutcome> outcomes) {
  if (!outcomes.empty()) m_outcomes.push_back({device, firstSeq, std::move(outcomes)});
}

void ScopeTx::prune(const Uuid& device, std::uint64_t ack) {
  m_prune[device] = std::max(m_prune[device], ack);
}

void ScopeTx::load(std::span<const RecordKey> keys) {
  std::vector<RecordKey> missing;
  for (const RecordKey& key : keys) {
    if (m_records.try_emplace(key).second) missing.push_back(key);
  }
  if (!missing.empty()) fetch(missing);
}

const merge::ServerRecord* ScopeTx::find(const RecordKey& key) {
  load({&key, 1});
  const Entry& entry = m_records.at(key);
  return entry.record ? &*entry.record : nullptr;
}

std::int64_t ScopeTx::countedRecords() {
  if (!m_countBefore) m_countBefore = fetchRecordCount();
  return *m_countBefore + m_countChange;
}

namespace {

bool counts(const model::Record& row) {
  return row.state != model::State::tombstone && !row.collection->facts &&
         row.collection->name != "conflicts";
}

}  // namespace

void ScopeTx::put(merge::ServerRecord record) {
  const RecordKey key{record.row.collection, record.row.id};
  load({&key, 1});
  Entry& entry = m_records.at(key);
  m_countChange += (counts(record.row) ? 1 : 0) - (entry.record && counts(entry.record->row) ? 1 : 0);
  if (!entry.dirty && entry.record) entry.before = std::move(entry.record->row);
  entry.record = std::move(record);
  entry.actor = m_actor;
  entry.dirty = true;
}

std::vector<RecordKey> ScopeTx::loadOpenConflicts(std::span<const Uuid> subjects) {
  if (subjects.empty()) return {};
  m_loadedKeys.clear();
  fetchOpenConflicts(subjects);
  return std::move(m_loadedKeys);
}

std::int64_t ScopeTx::projectedFrom(const Uuid& source) {
  if (const auto it = m_projected.find(source); it != m_projected.end()) return it->second;
  return fetchProjectedFrom(source);
}

const std::vector<EpochMark>& ScopeTx::epochs() {
  if (!m_epochs) m_epochs = m_row.epoch > 1 ? fetchEpochs() : std::vector<EpochMark>();
  return *m_epochs;
}

void ScopeTx::openEpoch(const EpochMark& mark) {
  epochs();
  m_epochs->push_back(mark);
  m_newEpochs.push_back(mark);
  m_row.epoch = mark.epoch;
  m_row.epochBase = mark.restoredHead;
  m_row.epochFirst = mark.first;
  m_row.head = mark.first;
}

void ScopeTx::extendChain() {
  crypto::Hasher hasher("foyer-chain");
  const auto number = [&hasher](std::uint64_t value) {
    std::array<std::uint8_t, 8> raw{};
    for (std::size_t i = 0; i < raw.size(); ++i) raw[i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
    hasher.update(raw);
  };
  hasher.update(m_row.chain.bytes()).update(m_row.digest.bytes());
  number(static_cast<std::uint64_t>(m_row.epoch));
  number(static_cast<std::uint64_t>(m_row.head));
  number(m_row.clock.value);
  for (const OutcomeBatch& batch : m_outcomes) {
    hasher.update(batch.device.bytes);
    number(batch.firstSeq);
    for (const StoredOutcome& outcome : batch.outcomes) hasher.update(outcome.hash);
  }
  for (const auto& [account, role] : m_members) {
    hasher.update(account.bytes).updatePart(asBytes(role.value_or(std::string())));
  }
  m_row.chain = model::Digest::fromBytes(hasher.finish128());
}

std::int64_t countedVersion(std::int64_t version, std::span<const EpochMark> epochs) {
  for (const EpochMark& mark : epochs) {
    if (version < mark.first) version = std::min(version, mark.restoredHead);
  }
  return version;
}

void ScopeTx::loaded(merge::ServerRecord record, const model::Digest& hash) {
  const RecordKey key{record.row.collection, record.row.id};
  m_loadedKeys.push_back(key);
  Entry& entry = m_records[key];
  if (entry.existed) return;
  entry.record = std::move(record);
  entry.hash = hash;
  entry.older = olderHashes(entry.record->row);
  entry.existed = true;
}

void ScopeTx::note(const Entry& entry) {
  if (!m_row.kind) return;
  auto line = journalOf(*m_row.kind, entry.before ? &*entry.before : nullptr, entry.record->row);
  if (!line) return;
  line->receivedMs = m_wallMs;
  line->atMs = entry.actor.atMs > 0 ? entry.actor.atMs : m_wallMs;
  line->account = entry.actor.account;
  line->device = entry.actor.device;
  m_journal.push_back(std::move(*line));
}

/// The digests of all schema levels follow the row. One that is equal to the newest is not kept.
void ScopeTx::replaceHash(Entry& entry) {
  const model::Record& row = entry.record->row;
  const model::Digest hash = model::rowHash(row);
  const std::vector<model::Digest> older = olderHashes(row);
  std::map<int, model::Digest> digests;
  for (int level = 1; level < schema::kSchemaLevel; ++level) {
    const auto at = static_cast<std::size_t>(level - 1);
    model::Digest& digest = digests[level] = m_row.digestAt(level);
    digest -= entry.older.empty() ? entry.hash : entry.older[at];
    digest += older.empty() ? hash : older[at];
  }
  m_row.digest -= entry.hash;
  m_row.digest += hash;
  std::erase_if(digests, [&](const auto& one) { return one.second == m_row.digest; });
  m_row.olderDigests = std::move(digests);
  entry.hash = hash;
  entry.older = older;
}

bool ScopeTx::prepareCommit() {
  for (const auto& [kind, subjects] : m_subjects) {
    Job job{.kind = kind, .scope = m_row.scope, .payload = {}};
    for (const Uuid& subject : subjects) job.payload += (job.payload.empty() ? "" : " ") + subject.str();
    m_jobs.push_back(std::move(job));
  }
  bool anything = !m_members.empty() || !m_outcomes.empty() || !m_prune.empty() || !m_jobs.empty() ||
                  !m_projected.empty() || !m_forgotten.empty() || !m_audit.empty() || !m_erased.empty() ||
                  !m_adminEdits.empty() || !m_forgottenWriters.empty() || !m_forgottenEdits.empty() ||
                  !m_released.empty();
  for (auto& [key, entry] : m_records) {
    if (!entry.dirty) continue;
    anything = true;
    const model::Record& row = entry.record->row;
    replaceHash(entry);
    if (row.version == m_row.head) m_row.heads[key.collection->id] = row.version;
    note(entry);
  }
  for (const auto& [id, device] : m_devices) {
    const auto before = m_devicesBefore.find(id);
    if (before == m_devicesBefore.end() ? device.lastSeq > 0 : !(before->second == device)) anything = true;
  }
  if (chainGrew()) extendChain();
  announce();
  return anything || !(m_row == m_rowBefore);
}

void ScopeTx::announce() {
  if (!m_change || m_row.head == m_rowBefore.head) return;
  ScopeChange& change = m_change->emplace();
  change.scope = m_row.scope;
  change.head = m_row.head;
  change.members = m_row.membersVersion == m_row.head;
  change.jobs = !m_jobs.empty();
  auto rows = std::make_shared<CommittedRows>();
  rows->from = m_rowBefore.head;
  rows->scope = m_row;
  rows->next.since = m_row.head;
  for (const auto& [key, entry] : m_records) {
    if (!entry.dirty || entry.record->row.version != m_row.head) continue;
    if (rows->rows == kAnnouncedRows) return;
    rows->add(entry.record->row);
  }
  if (m_row.epoch == m_rowBefore.epoch) change.rows = std::move(rows);
}

}  // namespace foyer::server
