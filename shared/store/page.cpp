// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include "database.hpp"
#include "erased.hpp"
#include "marks.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

/// Acknowledged mutations that the truth has reached leave the top of it.
void finishReached(Database& d, const ScopeTable::Entry& scope) {
  for (OutboxEntry& entry : d.outbox.inStages(scope.scope, {Stage::acked})) {
    bool reached = scope.cursor >= entry.version;
    if (!reached) {
      const auto truth = d.truthVersion(entry.key());
      reached = truth && *truth >= entry.version;
    }
    if (!reached) continue;
    entry.stage = Stage::done;
    entry.changedMs = d.nowMs();
    d.outbox.advance(entry);
    d.showAgain(entry.key());
    d.changed(entry.key(), false);
  }
}

/// Rows that a full re-read did not bring are not on the server any more.
void dropAside(Database& d, ScopeTable::Entry& scope) {
  std::vector<RecordKey> left;
  {
    Statement s(d.db, "SELECT collection, id FROM local_aside WHERE scope = ?");
    s.with(scope.scope);
    while (s.step()) left.push_back({scope.scope, static_cast<std::uint16_t>(s.integer(0)), s.uuid(1)});
  }
  for (const RecordKey& key : left) {
    const auto here = scope.restarting == 2 ? d.truthOf(key) : std::nullopt;
    d.dropTruth(key, scope.digest);
    if (here) d.keepAside(*here);
  }
  Statement s(d.db, "DELETE FROM local_aside WHERE scope = ?");
  s.with(scope.scope).run();
  scope.restarting = 0;
}

void endOfPass(Database& d, const protocol::PageHeader& header, ScopeTable::Entry& scope,
               Store::PageApplied& applied) {
  if (scope.restarting) dropAside(d, scope);
  scope.resume = {};
  if (!header.live) scope.level = schema::level();
  if (header.head < scope.cursor) return;
  scope.cursor = header.head;
  if (header.hash) addMark(d, scope.scope, {header.head, *header.hash});
  if (!header.digest) return;
  applied.verified = *header.digest == scope.digest;
  applied.mismatch = !applied.verified;
  if (!applied.verified) return;
  scope.verifiedMs = d.nowMs();
  scope.verifiedVersion = scope.cursor;
}

}  // namespace

Store::PageApplied Store::applyPage(const protocol::PageHeader& header,
                                    const std::vector<model::Record>& rows,
                                    std::span<const model::Digest> hashes) {
  Database& d = *m_db;
  PageApplied applied;
  bool first = false;
  const auto take = [&] {
    const ScopeTable::Entry* known = d.scopes.find(header.scope);
    if (!known) throw std::logic_error("a page of a scope that was never put");
    ScopeTable::Entry scope = *known;
    first = scope.resume == protocol::PageToken{};
    const bool gap = header.live && (header.from > scope.cursor || scope.restarting);
    if (gap || (scope.epoch != 0 && scope.epoch != header.epoch)) {
      applied.ignored = true;
      return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const model::Record& row = rows[i];
      bool aside = false;
      if (scope.restarting) {
        d.asideErase.with(header.scope, row.collection->id, row.id).run();
        aside = d.db.changes() > 0;
      }
      d.takeTruth(row, hashes.empty() ? model::rowHash(row) : hashes[i], scope.digest, aside);
    }
    forgetErased(d);
    applied.rows = static_cast<std::int64_t>(rows.size());
    scope.epoch = header.epoch;
    scope.head = header.head;
    if (!header.live) scope.rowsTaken = (first ? 0 : scope.rowsTaken) + applied.rows;
    if (header.more) {
      scope.resume = header.next;
    } else {
      endOfPass(d, header, scope, applied);
    }
    finishReached(d, scope);
    d.scopes.put(scope);
  };
  if (header.live) {
    d.transact(take);
  } else {
    // The first page is there at once: it fills the first screen.
    d.takeIn(take, [&] { return first || !header.more; });
  }
  return applied;
}

void Store::settle() { m_db->settle(); }

std::optional<std::int64_t> Store::settleAt() const { return m_db->settleAt(); }

void Store::restartScope(const Uuid& scopeId, std::int64_t epoch, bool keepMissing) {
  Database& d = *m_db;
  d.transact([&] {
    const ScopeTable::Entry* known = d.scopes.find(scopeId);
    if (!known) return;
    ScopeTable::Entry scope = *known;
    for (const schema::Collection& collection : schema::collections()) {
      Statement s(d.db,
                  "INSERT OR IGNORE INTO local_aside (scope, collection, id) SELECT scope_id, ?2, id FROM " +
                      sqlName(collection.name) + " WHERE scope_id = ?1 AND hash IS NOT NULL");
      s.with(scopeId, collection.id).run();
    }
    Statement hidden(d.db,
                     "INSERT OR IGNORE INTO local_aside (scope, collection, id) "
                     "SELECT scope, collection, id FROM local_truth WHERE scope = ? AND row IS NOT NULL");
    hidden.with(scopeId).run();
    scope.epoch = epoch;
    scope.cursor = 0;
    scope.resume = {};
    scope.head = scope.rowsTaken = 0;
    scope.verifiedMs = scope.verifiedVersion = 0;
    scope.restarting = keepMissing && known->restarting != 1 ? 2 : 1;
    scope.level = schema::level();
    d.scopes.put(scope);
  });
}

}  // namespace foyer::store
