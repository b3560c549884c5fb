// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that went back in time, and devices that did (law 11).
#include <algorithm>

#include "database.hpp"
#include "doubt.hpp"

namespace foyer::store {
namespace {

bool answered(const OutboxEntry& entry) { return entry.stage == Stage::acked || entry.stage == Stage::done; }

/// What the server was told before and does not know any more, in the order in which it was told, and what it
/// has not answered yet.
std::vector<OutboxEntry> unknownToServer(Database& d, const Uuid& scope, std::uint64_t serverSeq,
                                         std::int64_t known) {
  std::vector<OutboxEntry> entries = d.outbox.inStages(scope, {Stage::sent, Stage::acked, Stage::done});
  std::erase_if(entries, [&](const OutboxEntry& entry) {
    // Without a number: told under a former identity.
    if (entry.mutation.seq == 0) return entry.version <= known;
    return entry.mutation.seq <= serverSeq;
  });
  const bool former =
      std::any_of(entries.begin(), entries.end(), [](const auto& e) { return e.mutation.seq == 0; });
  if (!former) {
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.mutation.seq < b.mutation.seq; });
  }
  return entries;
}

bool numbersFit(const std::vector<OutboxEntry>& entries, std::uint64_t serverSeq) {
  std::uint64_t next = serverSeq;
  return std::all_of(entries.begin(), entries.end(), [&](const auto& e) { return e.mutation.seq == ++next; });
}

void makePending(Database& d, OutboxEntry& entry) {
  const RecordKey key = entry.key();
  d.beforePending(key);
  d.outbox.revive(entry, Stage::sent);
}

/// What the server has a number of stays as it was told.
void doubtPending(Database& d, const Uuid& scope, std::uint64_t serverSeq) {
  const Doubt doubt(d.db, scope);
  for (OutboxEntry& entry : d.outbox.inStages(scope, {Stage::queued, Stage::sent, Stage::held})) {
    const bool told = entry.mutation.seq != 0 && entry.mutation.seq <= serverSeq;
    if (!told && doubt.strip(entry.mutation)) d.outbox.update(entry);
  }
}

}  // namespace

std::int64_t Store::offerAgain(const Uuid& scopeId, std::uint64_t serverSeq, std::int64_t known) {
  Database& d = *m_db;
  std::int64_t count = 0;
  d.transact([&] {
    const ScopeTable::Entry* found = d.scopes.find(scopeId);
    if (!found) return;
    std::vector<OutboxEntry> entries = unknownToServer(d, scopeId, serverSeq, known);
    const bool fit = numbersFit(entries, serverSeq);
    ScopeTable::Entry scope = *found;
    std::uint64_t next = serverSeq;
    for (OutboxEntry& entry : entries) {
      const bool forgotten = answered(entry);
      if (!forgotten && fit) {
        next = entry.mutation.seq;
        continue;
      }
      entry.mutation.seq = ++next;
      entry.version = 0;
      entry.changedMs = d.nowMs();
      if (forgotten) {
        makePending(d, entry);
        ++count;
      } else {
        d.outbox.update(entry);
      }
      d.showAgain(entry.key());
      d.changed(entry.key(), false);
    }
    if (known < scope.cursor) doubtPending(d, scopeId, serverSeq);
    scope.lastSeq = std::max(next, serverSeq);
    if (scope.lastSeq != found->lastSeq) d.scopes.put(scope);
  });
  return count;
}

void Store::forgotten(const Uuid& scopeId) {
  offerAgain(scopeId, 0, 0);
  restartScope(scopeId, 0);
  m_db->transact([&] {
    ScopeTable::Entry scope = *m_db->scopes.find(scopeId);
    scope.confirmed = false;
    m_db->scopes.put(scope);
  });
}

void Store::followEpoch(const Uuid& scopeId, std::int64_t epoch) {
  m_db->transact([&] {
    const ScopeTable::Entry* known = m_db->scopes.find(scopeId);
    if (!known) return;
    ScopeTable::Entry scope = *known;
    scope.epoch = epoch;
    scope.resume = {};
    m_db->scopes.put(scope);
  });
}

void Store::takeIdentity(const Uuid& device) {
  Database& d = *m_db;
  d.transact([&] { forgetNumbers(d.db, device); });
  d.options.device = device;
  d.outbox.setDevice(device);
  d.outbox.reload();
  d.scopes.reload();
}

void forgetNumbers(Db& db, const Uuid& device) {
  const std::string mine = device.str();
  Statement(db, "INSERT OR REPLACE INTO local_settings (key, value) VALUES ('device', ?)")
      .with(std::string_view(mine))
      .run();
  db.exec("UPDATE local_outbox SET stage = 0, seq = NULL WHERE stage = 1");
  db.exec("UPDATE local_outbox SET seq = NULL");
  db.exec("UPDATE local_scopes SET last_seq = 0");
}

}  // namespace foyer::store
