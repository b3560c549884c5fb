// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "borrowed.hpp"
#include "database.hpp"
#include "forget.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

ScopeInfo withCounts(Database& d, const ScopeTable::Entry& entry) {
  ScopeInfo info = entry;
  info.queued = d.outbox.count(entry.scope, Stage::queued) + d.outbox.count(entry.scope, Stage::sent);
  info.held = 0;
  const OpenChanges& changes = d.outbox.open(entry.scope);
  for (const auto& [localId, root] : d.outbox.roots(entry.scope)) {
    if (root == localId) ++info.held;
    if (changes.at(localId).stage == Stage::queued) --info.queued;
  }
  return info;
}

}  // namespace

void forgetRows(Database& d, const Uuid& id) {
  for (const schema::Collection& collection : schema::collections()) {
    const std::string table = sqlName(collection.name);
    Statement gone(d.db, "SELECT id FROM " + table + " WHERE scope_id = ?");
    gone.with(id);
    while (gone.step()) d.changes.push_back({&collection, id, gone.uuid(0)});
    Statement(d.db, "DELETE FROM " + table + " WHERE scope_id = ?").with(id).run();
  }
  Statement(d.db,
            "DELETE FROM local_search WHERE rowid IN (SELECT number FROM local_search_rows WHERE scope = ?)")
      .with(id)
      .run();
  Statement(
      d.db,
      "DELETE FROM local_import_files WHERE session IN (SELECT session FROM local_imports WHERE scope = ?)")
      .with(id)
      .run();
  for (const char* table : {"local_search_rows", "local_search_todo", "local_truth", "local_aside",
                            "local_marks", "local_imports", "local_originals"}) {
    Statement(d.db, "DELETE FROM " + std::string(table) + " WHERE scope = ?").with(id).run();
  }
  d.db.exec("INSERT INTO local_search (local_search) VALUES ('rebuild')");
  d.scopes.erase(id);
  d.db.exec("INSERT OR REPLACE INTO local_settings (key, value) VALUES ('shrink', '1')");
}

void sealWhatWasLeft(Database& d) {
  if (!d.outbox.canSeal() || d.db.number("SELECT count(*) FROM local_settings WHERE key = 'sealed'") > 0)
    return;
  d.db.exec("PRAGMA secure_delete = ON");
  d.transact([&d] {
    for (const Uuid& scope : d.outbox.scopesWith(Stage::held)) {
      if (d.scopes.find(scope)) continue;
      for (OutboxEntry& entry : d.outbox.inStages(scope, {Stage::held, Stage::discarded})) {
        if (std::exchange(entry.sealed, true)) continue;
        d.outbox.update(entry);
        putSetting(d, "shrink", "1");
      }
    }
    putSetting(d, "sealed", "1");
  });
  d.db.exec("PRAGMA secure_delete = OFF");
}

std::vector<ScopeInfo> Store::scopes() {
  std::vector<ScopeInfo> out;
  for (const auto& [id, entry] : m_db->scopes.all()) out.push_back(withCounts(*m_db, entry));
  return out;
}

std::optional<ScopeInfo> Store::scope(const Uuid& id) {
  const ScopeTable::Entry* entry = m_db->scopes.find(id);
  if (!entry) return std::nullopt;
  return withCounts(*m_db, *entry);
}

void Store::putScope(const ScopeInfo& info) {
  m_db->transact([&] {
    ScopeTable::Entry entry;
    static_cast<ScopeInfo&>(entry) = info;
    entry.level = schema::level();
    if (const ScopeTable::Entry* known = m_db->scopes.find(info.scope)) {
      entry.restarting = known->restarting;
      entry.digest = known->digest;
      entry.lastSeq = std::max(known->lastSeq, info.lastSeq);
      entry.level = known->level;
    }
    m_db->scopes.put(entry);
  });
}

void Store::dropScope(const Uuid& id) {
  Database& d = *m_db;
  if (!d.scopes.find(id)) return;
  d.db.exec("PRAGMA secure_delete = ON");
  d.transact([&] {
    for (OutboxEntry& entry : d.outbox.inStages(
             id, {Stage::queued, Stage::sent, Stage::acked, Stage::held, Stage::done, Stage::discarded})) {
      const bool over = entry.stage == Stage::acked || entry.stage >= Stage::done;
      if (over || !keepOwnWords(entry.mutation, borrowedOf(d.db, entry.localId))) {
        d.outbox.remove(entry);
        continue;
      }
      const bool heldBefore = entry.stage == Stage::held;
      entry.stage = Stage::held;
      entry.mutation.seq = 0;
      entry.sealed = d.outbox.canSeal();
      if (!heldBefore) {
        entry.reason = {
            Code::forbidden,
            {},
            "You are no longer a member there. This is what you had typed and nobody has received."};
        entry.changedMs = d.nowMs();
      }
      d.outbox.update(entry);
    }
    Statement(
        d.db,
        "DELETE FROM local_borrowed WHERE local_id IN (SELECT local_id FROM local_outbox WHERE scope = ?)")
        .with(id)
        .run();
    forgetRows(d, id);
  });
  d.db.exec("PRAGMA secure_delete = OFF");
  d.db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace foyer::store
