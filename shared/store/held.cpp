// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "database.hpp"
#include "join.hpp"
#include "model/check.hpp"
#include "retry.hpp"

namespace foyer::store {

namespace {

constexpr auto kOpen = {Stage::queued, Stage::sent, Stage::held};

}  // namespace

std::vector<OutboxEntry> withDependents(Database& d, const OutboxEntry& held) {
  std::vector<OutboxEntry> entries = d.outbox.inStages(held.mutation.scope, kOpen);
  const std::vector<int> roots = waitingBehind(entries);
  int own = -1;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].localId == held.localId) own = roots[i];
  }
  std::vector<OutboxEntry> out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (roots[i] == own) out.push_back(std::move(entries[i]));
  }
  return out;
}

namespace {

std::optional<Error> correct(Database& d, model::Mutation& m,
                             const std::vector<model::FieldPatch>& corrected) {
  if (corrected.empty()) return std::nullopt;
  for (const model::FieldPatch& patch : corrected) {
    const auto it = std::find_if(m.patches.begin(), m.patches.end(),
                                 [&](const auto& p) { return p.field == patch.field; });
    if (it == m.patches.end()) {
      m.patches.push_back(patch);
    } else {
      compose(*it, patch);
    }
  }
  m.stamp = d.hlc.tick(d.nowMs());
  return model::check(m);
}

}  // namespace

std::optional<OutboxEntry> findHeld(Database& d, std::int64_t localId) {
  auto entry = d.outbox.find(localId);
  if (!entry || entry->stage != Stage::held) return std::nullopt;
  return entry;
}

std::optional<Error> requeue(Database& d, std::int64_t localId,
                             const std::vector<model::FieldPatch>& corrected) {
  const auto held = findHeld(d, localId);
  if (!held) return notHere("This item does not wait for attention any more.");
  if (!d.scopes.find(held->mutation.scope)) {
    return Error{
        Code::forbidden, {}, "You are not a member there any more. The item can be exported or discarded."};
  }
  std::set<RecordKey> touched;
  for (OutboxEntry& entry : withDependents(d, *held)) {
    if (entry.stage == Stage::sent) continue;  // its answer is on the way
    if (entry.localId == localId) {
      if (auto error = correct(d, entry.mutation, corrected)) return error;
    }
    entry.stage = Stage::queued;
    entry.mutation.seq = 0;
    entry.changedMs = d.nowMs();
    d.outbox.update(entry);
    touched.insert(entry.key());
  }
  for (const RecordKey& key : touched) {
    d.showAgain(key);
    d.changed(key, false);
  }
  return std::nullopt;
}

std::vector<UnsentItem> Store::unsentOf(const schema::Collection& collection, const Uuid& scope,
                                        const Uuid& id) {
  std::vector<UnsentItem> items;
  for (OutboxEntry& entry : m_db->outbox.pendingOf({scope, collection.id, id})) {
    if (entry.stage == Stage::acked) continue;
    const Pending state = entry.stage == Stage::held   ? Pending::held
                          : entry.stage == Stage::sent ? Pending::sent
                                                       : Pending::queued;
    items.push_back({std::move(entry.mutation), state, std::move(entry.reason)});
  }
  return items;
}

std::vector<HeldItem> Store::heldItems() {
  Database& d = *m_db;
  std::vector<HeldItem> items;
  for (const Uuid& scope : d.outbox.scopesWith(Stage::held)) {
    const std::vector<OutboxEntry> entries = d.outbox.inStages(scope, kOpen);
    const std::vector<int> roots = waitingBehind(entries);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (roots[i] != static_cast<int>(i)) continue;
      const auto group = std::count(roots.begin(), roots.end(), static_cast<int>(i));
      items.push_back(
          {entries[i].localId, entries[i].mutation, entries[i].reason, entries[i].changedMs, group - 1});
    }
  }
  return items;
}

std::vector<model::Mutation> Store::heldMutations(std::int64_t localId) {
  std::vector<model::Mutation> all;
  const auto held = findHeld(*m_db, localId);
  if (!held) return all;
  for (OutboxEntry& entry : withDependents(*m_db, *held)) all.push_back(std::move(entry.mutation));
  return all;
}

Result<void> Store::retryHeld(std::int64_t localId, std::optional<std::vector<model::FieldPatch>> corrected) {
  return m_db->attempt(
      [&] { return requeue(*m_db, localId, corrected.value_or(std::vector<model::FieldPatch>{})); });
}

}  // namespace foyer::store
