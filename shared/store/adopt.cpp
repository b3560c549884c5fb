// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "database.hpp"
#include "forget.hpp"
#include "model/identity.hpp"

namespace foyer::store {

namespace {

constexpr auto kUnsent = {Stage::queued, Stage::sent, Stage::held};

/// Ids that become others, wherever they stand.
using Renamed = std::map<Uuid, Uuid>;

void rename(Uuid& id, const Renamed& renamed) {
  if (const auto it = renamed.find(id); it != renamed.end()) id = it->second;
}

void rename(std::string& element, const Renamed& renamed) {
  auto id = Uuid::parse(element);
  if (!id || id->str() != element) return;
  rename(*id, renamed);
  element = id->str();
}

void rename(model::TextSet& set, const Renamed& renamed) {
  for (std::string& element : set) rename(element, renamed);
  set = model::makeSet(std::move(set));
}

void rename(model::Mutation& m, const Renamed& renamed) {
  for (model::FieldPatch& patch : m.patches) {
    if (auto* id = std::get_if<Uuid>(&patch.value)) rename(*id, renamed);
    rename(patch.added, renamed);
    rename(patch.removed, renamed);
  }
}

/// Takes an entry out of the queue and puts it back under another scope, at the end. Its stamp stays: it was
/// written when it was written.
RecordKey move(Database& d, OutboxEntry& entry, const Uuid& to, Renamed& renamed) {
  d.outbox.remove(entry);
  model::Mutation& m = entry.mutation;
  rename(m, renamed);
  if (m.op == model::Op::create) {
    if (const auto natural = model::naturalId(*m.collection, to, m.patches); natural && !m.collection->head)
      renamed[m.id] = *natural;
  }
  rename(m.id, renamed);
  m.scope = to;
  m.seq = 0;
  m.base = 0;
  if (entry.stage == Stage::sent) entry.stage = Stage::queued;
  d.beforePending(entry.key());
  d.outbox.add(entry);
  return entry.key();
}

/// The same person in what was made for scopes that no server knows yet.
std::set<RecordKey> resign(Database& d, const Uuid& scope, const Renamed& renamed) {
  std::set<RecordKey> touched;
  for (OutboxEntry& entry : d.outbox.inStages(scope, kUnsent)) {
    rename(entry.mutation, renamed);
    d.outbox.update(entry);
    touched.insert(entry.key());
  }
  return touched;
}

std::set<RecordKey> adopt(Database& d, const Uuid& from, const Uuid& to, Renamed renamed) {
  if (!d.scopes.find(to)) {
    ScopeTable::Entry target;
    target.scope = to;
    target.kind = d.scopes.find(from)->kind;
    target.role = d.scopes.find(from)->role;
    d.scopes.put(target);
  }
  renamed[from] = to;
  std::set<RecordKey> moved;
  for (OutboxEntry& entry : d.outbox.inStages(from, kUnsent)) moved.insert(move(d, entry, to, renamed));
  std::set<RecordKey> touched = moved;
  for (const auto& [scope, entry] : d.scopes.all()) {
    if (!entry.confirmed && scope != to && scope != from) touched.merge(resign(d, scope, renamed));
  }
  for (const char* table : {"local_imports", "local_originals"})
    Statement(d.db, "UPDATE " + std::string(table) + " SET scope = ? WHERE scope = ?").with(to, from).run();
  forgetRows(d, from);
  for (const RecordKey& key : touched) {
    d.showAgain(key);
    d.changed(key, false);
  }
  return moved;
}

}  // namespace

Result<std::vector<RowId>> Store::adoptScope(const Uuid& from, const Uuid& to,
                                             const std::map<Uuid, Uuid>& renamed) {
  std::vector<RowId> moved;
  const Result<void> done = m_db->attempt([&]() -> std::optional<Error> {
    const ScopeTable::Entry* scope = m_db->scopes.find(from);
    if (!scope || scope->confirmed) return notHere("There is nothing to take over.");
    moved.clear();
    for (const RecordKey& key : adopt(*m_db, from, to, renamed)) moved.push_back({key.scope, key.id});
    return std::nullopt;
  });
  if (!done) return done.error();
  return moved;
}

}  // namespace foyer::store
