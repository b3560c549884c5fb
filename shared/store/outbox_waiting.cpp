// SPDX-License-Identifier: GPL-3.0-or-later
// What of the queue waits for what, kept in memory.
#include <stdexcept>

#include "outbox.hpp"

namespace foyer::store {

void Outbox::note(const OutboxEntry& entry, std::int64_t localId) {
  m_open.put(entry.key(), localId, entry.stage);
  if (m_heldRead.erase(localId) > 0 || entry.stage == Stage::held) ++m_heldRevision;
  const auto waiting = m_waiting.find(entry.mutation.scope);
  if (waiting == m_waiting.end()) return;
  if (!hasHeld(entry.mutation.scope)) {
    ++m_heldRevision;
    m_waiting.erase(waiting);
    return;
  }
  waiting->second.fresh = false;
  if (isUnanswered(entry.stage)) {
    waiting->second.changes.insert_or_assign(localId, OpenChange(entry.mutation, entry.stage));
  } else {
    waiting->second.changes.erase(localId);
  }
}

void Outbox::noteAnswered(const RecordKey& key, std::int64_t localId, Stage stage) {
  m_open.put(key, localId, stage);
  const auto waiting = m_waiting.find(key.scope);
  if (waiting == m_waiting.end()) return;
  waiting->second.fresh = false;
  waiting->second.changes.erase(localId);
}

void Outbox::noteGone(const OutboxEntry& entry) {
  m_open.erase(entry.key(), entry.localId);
  m_heldRead.erase(entry.localId);
  const auto waiting = m_waiting.find(entry.mutation.scope);
  if (waiting == m_waiting.end()) return;
  waiting->second.fresh = false;
  waiting->second.changes.erase(entry.localId);
  if (hasHeld(entry.mutation.scope)) return;
  ++m_heldRevision;
  m_waiting.erase(waiting);
}

const OpenChanges& Outbox::open(const Uuid& scope) {
  static const OpenChanges kNone;
  if (!hasHeld(scope)) return kNone;
  const auto [it, made] = m_waiting.try_emplace(scope);
  if (made) {
    OpenChanges& changes = it->second.changes;
    for (const OutboxEntry& entry : inStages(scope, {Stage::queued, Stage::sent, Stage::held}))
      changes.emplace_hint(changes.end(), entry.localId, OpenChange(entry.mutation, entry.stage));
  }
  return it->second.changes;
}

const Roots& Outbox::roots(const Uuid& scope) {
  static const Roots kNone;
  const OpenChanges& changes = open(scope);
  const auto it = m_waiting.find(scope);
  if (it == m_waiting.end()) return kNone;
  Waiting& waiting = it->second;
  if (waiting.fresh) return waiting.roots;
  Roots now = waitingBehind(changes);
  if (now != waiting.roots) ++m_heldRevision;
  waiting.roots = std::move(now);
  waiting.fresh = true;
  return waiting.roots;
}

const OutboxEntry& Outbox::held(std::int64_t localId) {
  const auto known = m_heldRead.find(localId);
  if (known != m_heldRead.end()) return known->second;
  auto entry = find(localId);
  if (!entry) throw std::logic_error("a held mutation that is not there");
  return m_heldRead.emplace(localId, std::move(*entry)).first->second;
}

std::int64_t Outbox::heldRevision() {
  for (const Uuid& scope : scopesWith(Stage::held)) roots(scope);
  return m_heldRevision;
}

}  // namespace foyer::store
