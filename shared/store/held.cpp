// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "database.hpp"
#include "join.hpp"
#include "model/check.hpp"
#include "retry.hpp"

namespace foyer::store {

std::vector<OutboxEntry> withDependents(Database& d, const OutboxEntry& held) {
  const Roots& roots = d.outbox.roots(held.mutation.scope);
  const auto own = roots.find(held.localId);
  std::vector<OutboxEntry> out;
  if (own == roots.end()) return out;
  for (const auto& [localId, root] : roots) {
    if (root != own->second) continue;
    if (auto entry = d.outbox.find(localId)) out.push_back(std::move(*entry));
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
    if (!entry.unreadable.empty()) return entry.reason;
    entry.sealed = false;
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

namespace {

HeldItem itemOf(const OutboxEntry& entry, std::int64_t waitingBehind) {
  return {entry.localId, entry.mutation, entry.reason, entry.changedMs, waitingBehind};
}

}  // namespace

std::vector<UnsentItem> Store::unsentOf(const schema::Collection& collection, const Uuid& scope,
                                        const Uuid& id) {
  Outbox& outbox = m_db->outbox;
  const Roots& roots = outbox.roots(scope);
  std::vector<UnsentItem> items;
  for (OutboxEntry& entry : outbox.pendingOf({scope, collection.id, id})) {
    if (entry.stage == Stage::acked) continue;
    UnsentItem item;
    item.state = entry.stage == Stage::held   ? Pending::held
                 : entry.stage == Stage::sent ? Pending::sent
                                              : Pending::queued;
    const auto root = roots.find(entry.localId);
    if (root != roots.end() && root->second != entry.localId)
      item.behind = itemOf(outbox.held(root->second), 0);
    item.mutation = std::move(entry.mutation);
    item.reason = std::move(entry.reason);
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<HeldItem> Store::heldItems() {
  Outbox& outbox = m_db->outbox;
  std::vector<HeldItem> items;
  for (const Uuid& scope : outbox.scopesWith(Stage::held)) {
    std::map<std::int64_t, std::int64_t> behind;  // by root, the root itself counted
    for (const auto& [localId, root] : outbox.roots(scope)) ++behind[root];
    for (const auto& [root, count] : behind) items.push_back(itemOf(outbox.held(root), count - 1));
  }
  return items;
}

std::int64_t Store::heldRevision() { return m_db->outbox.heldRevision(); }

std::int64_t Store::mutationsDecoded() const { return m_db->outbox.decoded(); }

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
