// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "database.hpp"
#include "retry.hpp"

namespace foyer::store {

namespace {

void showAll(Database& d, const std::set<RecordKey>& touched) {
  for (const RecordKey& key : touched) {
    d.showAgain(key);
    d.changed(key, false);
  }
}

bool makesItsScope(const model::Mutation& m) {
  return m.collection->head && m.op == model::Op::create && m.id == m.scope;
}

/// The scope of a head record that is wanted again.
void bearScope(Database& d, const model::Mutation& m) {
  if (d.scopes.find(m.scope)) return;
  ScopeTable::Entry scope;
  scope.scope = m.scope;
  scope.role = "owner";
  for (int bit = 1; bit <= static_cast<int>(schema::Scope::catalog); bit *= 2)
    if ((m.collection->scopes & bit) != 0) scope.kind = static_cast<schema::Scope>(bit);
  d.scopes.put(scope);
}

/// Those that were discarded together with one item, or all.
std::vector<OutboxEntry> discardedWith(Database& d, const Uuid& scope, std::int64_t root) {
  std::vector<OutboxEntry> entries = d.outbox.inStages(scope, {Stage::discarded});
  std::erase_if(entries, [root](const OutboxEntry& entry) { return entry.version != root; });
  return entries;
}

}  // namespace

Result<void> Store::discardHeld(std::int64_t localId) {
  Database& d = *m_db;
  return d.attempt([&]() -> std::optional<Error> {
    const auto held = findHeld(d, localId);
    if (!held) return notHere("This item does not wait for attention any more.");
    std::set<RecordKey> touched;
    for (OutboxEntry& entry : withDependents(d, *held)) {
      if (entry.stage == Stage::sent) continue;
      entry.stage = Stage::discarded;
      entry.mutation.seq = 0;
      entry.version = localId;
      entry.changedMs = d.nowMs();
      d.outbox.update(entry);
      touched.insert(entry.key());
    }
    showAll(d, touched);
    const ScopeTable::Entry* scope = d.scopes.find(held->mutation.scope);
    if (scope && !scope->confirmed && makesItsScope(held->mutation)) d.scopes.erase(held->mutation.scope);
    return std::nullopt;
  });
}

Result<void> Store::restoreDiscarded(std::int64_t localId) {
  Database& d = *m_db;
  return d.attempt([&]() -> std::optional<Error> {
    const auto root = d.outbox.find(localId);
    if (!root || root->stage != Stage::discarded) return notHere("This item can't be taken back any more.");
    if (makesItsScope(root->mutation)) bearScope(d, root->mutation);
    std::set<RecordKey> touched;
    for (OutboxEntry& entry : discardedWith(d, root->mutation.scope, localId)) {
      entry.version = 0;
      d.beforePending(entry.key());
      d.outbox.revive(entry, entry.reason.message.empty() ? Stage::queued : Stage::held);
      touched.insert(entry.key());
    }
    showAll(d, touched);
    return std::nullopt;
  });
}

std::vector<HeldItem> Store::discardedItems() {
  Database& d = *m_db;
  std::vector<HeldItem> items;
  std::set<std::int64_t> roots;
  Statement all(d.db, "SELECT DISTINCT version FROM local_outbox WHERE stage >= 4 AND stage = 5");
  while (all.step()) roots.insert(all.integer(0));
  for (const std::int64_t root : roots) {
    const auto entry = d.outbox.find(root);
    if (!entry) continue;
    const auto group = discardedWith(d, entry->mutation.scope, root).size();
    items.push_back({entry->localId, entry->mutation, entry->reason, entry->changedMs,
                     static_cast<std::int64_t>(group) - 1});
  }
  return items;
}

}  // namespace foyer::store
