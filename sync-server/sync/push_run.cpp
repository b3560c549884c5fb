// SPDX-License-Identifier: GPL-3.0-or-later
#include "push_run.hpp"

#include <algorithm>

#include "merge/merge.hpp"
#include "schema/collections.hpp"

namespace foyer::server {

PushRun::PushRun(const Principal& who, const Rules& rules, const PreparedPush& push, ScopeTx& tx,
                 std::int64_t wallMs, const SyncLimits& limits)
    : m_who(who),
      m_limits(limits),
      m_rules(rules),
      m_push(push),
      m_tx(tx),
      m_writer(tx, wallMs),
      m_cards(m_writer, rules) {}

Result<protocol::PushResult> PushRun::run() {
  if (const auto error = admit()) return *error;
  m_device = &m_tx.device(m_who.device);
  m_device->account = m_who.account;  // conflicts of this very push name it
  protocol::PushResult out;
  out.scope = m_push.scope;
  if (!m_push.items.empty() && m_push.items.front().seq > m_device->lastSeq + 1) {
    return Error{Code::sequenceGap, "mutations",
                 "The next number of this device here is " + std::to_string(m_device->lastSeq + 1) + "."};
  }
  for (const Prepared& item : m_push.meant()) {
    if (item.seq > m_device->lastSeq) break;
    if (const auto error = replayed(item, out)) return *error;
  }
  m_replays = out.results.size();
  loadRows();
  std::vector<StoredOutcome> outcomes;
  const std::uint64_t firstNew = m_device->lastSeq + 1;
  for (const Prepared& item : m_push.meant()) {
    if (item.seq <= m_device->lastSeq) continue;
    if (item.seq != m_device->lastSeq + 1) break;
    out.results.push_back(process(item));
    outcomes.push_back({item.hash, out.results.back()});
    m_device->lastSeq = item.seq;
  }
  m_tx.addOutcomes(m_who.device, firstNew, std::move(outcomes));
  const std::uint64_t ack = std::min(m_push.ack, m_device->lastSeq);
  if (ack > m_device->acked) {
    m_tx.prune(m_who.device, ack);
    m_device->acked = ack;
  }
  m_device->seenMs = m_writer.wallMs();
  out.epoch = m_tx.born() ? m_tx.row().epoch : 0;
  out.head = m_tx.row().head;
  out.lastSeq = m_device->lastSeq;
  return out;
}

bool PushRun::bearsScope(const model::Mutation& m) const {
  return m.collection->head && m.op == model::Op::create && m.id == m_push.scope;
}

std::optional<Error> PushRun::admit() {
  const Error notMember{Code::forbidden, "scope", "You are not a member of this scope."};
  if (m_tx.born()) {
    const std::optional<std::string> role = m_tx.roleOf(m_who.account);
    if (!role || (m_who.kiosk && m_tx.row().kind != schema::Scope::gate)) return notMember;
    m_role = *role;
    return std::nullopt;
  }
  const bool bears = std::ranges::any_of(
      m_push.meant(), [&](const Prepared& item) { return item.mutation && bearsScope(*item.mutation); });
  // Another word than for a stranger: whoever waits for a scope to be made again has not lost it.
  return bears ? std::nullopt : std::optional(Error{Code::notFound, "scope", "This scope is not there yet."});
}

void PushRun::loadRows() {
  std::vector<RecordKey> keys;
  std::vector<Uuid> subjects;
  for (const Prepared& item : m_push.meant()) {
    if (item.seq <= m_device->lastSeq || !item.mutation) continue;
    const model::Mutation& m = *item.mutation;
    const merge::ServerRecord* found = m_tx.find({m.collection, m.id});
    if (const auto parent = found ? parentOf(found->row) : parentOf(m)) keys.push_back(*parent);
    if (found) subjects.push_back(m.id);
  }
  m_cards.load(subjects);
  while (!keys.empty()) {
    m_tx.load(keys);
    std::vector<RecordKey> above;
    for (const RecordKey& key : keys) {
      const merge::ServerRecord* found = m_tx.find(key);
      if (!found) continue;
      if (const auto parent = parentOf(found->row)) above.push_back(*parent);
    }
    keys = std::move(above);
  }
}

std::optional<Error> PushRun::replayed(const Prepared& item, protocol::PushResult& out) {
  const std::optional<StoredOutcome> stored = m_tx.outcome(m_who.device, item.seq);
  if (stored && stored->hash != item.hash) {
    return Error{Code::replayed, "mutations",
                 "Number " + std::to_string(item.seq) + " was used for something else before."};
  }
  if (!stored) return std::nullopt;
  out.results.push_back(stored->result);
  // The device has not heard of it yet: what it sent behind it depends on it as if it were new.
  if (item.mutation && stored->result.outcome == model::Outcome::held)
    m_held.insert({item.mutation->collection, item.mutation->id});
  return std::nullopt;
}

model::MutationResult PushRun::held(const Prepared& item, Error reason) {
  if (item.mutation) m_held.insert({item.mutation->collection, item.mutation->id});
  return {.seq = item.seq, .outcome = model::Outcome::held, .version = 0, .reason = std::move(reason)};
}

std::optional<Error> PushRun::giveBirth(const model::Mutation& head) {
  if (auto error = m_rules.mayCreateScope(m_who, head)) return error;
  for (int bit = 1; bit <= static_cast<int>(schema::Scope::catalog); bit *= 2) {
    const auto kind = static_cast<schema::Scope>(bit);
    if (!schema::contains(head.collection->scopes, kind)) continue;
    m_writer.create(kind);
    break;
  }
  m_role = m_rules.creatorRole(*m_tx.row().kind);
  m_writer.setMember(m_who.account, m_role, m_rules.displayName(m_who.account));
  for (const auto& [account, role] : m_rules.formerMembers(m_push.scope)) {
    if (account != m_who.account) m_writer.setMember(account, role, m_rules.displayName(account));
  }
  return std::nullopt;
}

model::MutationResult PushRun::process(const Prepared& item) {
  if (item.poison) return held(item, {Code::internal, {}, "The server could not work on this change."});
  if (!item.mutation) return held(item, *item.invalid);
  const model::Mutation& m = *item.mutation;
  if (!m_tx.born() && bearsScope(m)) {
    std::optional<Error> reason = item.invalid ? item.invalid : giveBirth(m);
    if (reason) return held(item, *reason);
  }
  if (auto reason = refuse(item)) return held(item, std::move(*reason));
  return apply(item);
}

Hlc PushRun::stampOf(const model::Mutation& m, const merge::ServerRecord* found) {
  Hlc known = m_device->lastStamp;
  const auto learn = [&](const merge::Mark& mark) {
    if (mark.knownTo(m.base, m_who.device)) known = std::max(known, mark.time);
  };
  if (found) {
    for (const merge::FieldMeta& f : found->meta.fields) {
      learn(f.top);
      for (const merge::Mark& mark : f.also) learn(mark);
    }
    learn(found->meta.deletes.newest);
    learn(found->meta.deletes.other);
  }
  Hlc stamp = std::min(m.stamp, m_writer.now());
  if (stamp <= known) stamp = known.next();
  m_device->lastStamp = stamp;
  m_tx.row().clock = std::max(m_tx.row().clock, stamp);
  return stamp;
}

model::MutationResult PushRun::apply(const Prepared& item) {
  model::Mutation m = *item.mutation;
  const RecordKey key{m.collection, m.id};
  const merge::ServerRecord* found = m_tx.find(key);
  model::MutationResult result{
      .seq = m.seq, .outcome = model::Outcome::superseded, .version = 0, .reason = {}};
  const bool nothingToDelete =
      m.op == model::Op::del && (!found || found->row.state == model::State::tombstone);
  const bool blindChoice = found && ConflictCards::choosesUnseen(m, *found);
  if (!nothingToDelete && !blindChoice && !(found && m.collection->facts)) {
    m.base = std::clamp<std::int64_t>(m.base, 0, m_writer.version() - 1);
    if (m.base < m_tx.row().epochFirst) m.base = countedVersion(m.base, m_tx.epochs());
    m.stamp = stampOf(m, found);
    m_tx.actAs({.account = m_who.account, .device = m_who.device, .atMs = m.stamp.ms()});
    const bool existed = found != nullptr;
    std::optional<merge::ServerRecord> record;
    if (found) record = *found;
    const merge::Applied applied = merge::apply(record, m, m_writer.version());
    if (applied.rowChanged || applied.metaChanged) {
      m_writer.touch();
      m_tx.put(*record);
    }
    if (existed) m_cards.close(m, record->row);
    for (const merge::Conflict& conflict : applied.conflicts) m_cards.write(key, conflict);
    if (m.op != model::Op::del) touchParents(m);
    result.outcome = applied.outcome;
    RuleContext context{m_who, m_role, m_writer};
    m_rules.accepted(context, m, record->row);
  }
  result.version = m_tx.row().head;
  return result;
}

void PushRun::touchParents(const model::Mutation& m) {
  if (m.collection->facts) return;
  const merge::ServerRecord* found = m_tx.find({m.collection, m.id});
  std::optional<RecordKey> at = found ? parentOf(found->row) : std::nullopt;
  while (at) {
    const merge::ServerRecord* above = m_tx.find(*at);
    if (!above || above->row.state == model::State::tombstone) return;
    merge::ServerRecord parent = *above;
    const merge::Applied applied = merge::touchParent(parent, m, m_writer.version());
    const std::optional<RecordKey> next = parentOf(parent.row);
    if (applied.rowChanged || applied.metaChanged) {
      m_writer.touch();
      m_tx.put(std::move(parent));
    }
    for (const merge::Conflict& conflict : applied.conflicts) m_cards.write(*at, conflict);
    at = next;
  }
}

std::optional<RecordKey> parentOf(const model::Record& row) {
  if (row.collection->parent.empty()) return std::nullopt;
  const schema::Field* field = row.collection->find(row.collection->parent);
  const Uuid id = row.uuid(row.collection->parent);
  if (!field || id.isNil()) return std::nullopt;
  return RecordKey{&schema::collection(field->target), id};
}

std::optional<RecordKey> parentOf(const model::Mutation& m) {
  for (const model::FieldPatch& patch : m.patches) {
    if (patch.field->name != m.collection->parent) continue;
    const auto* id = std::get_if<Uuid>(&patch.value);
    if (id) return RecordKey{&schema::collection(patch.field->target), *id};
  }
  return std::nullopt;
}

}  // namespace foyer::server
