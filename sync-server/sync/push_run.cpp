// SPDX-License-Identifier: GPL-3.0-or-later
#include "push_run.hpp"

#include <algorithm>

#include "conflict_rows.hpp"
#include "merge/merge.hpp"
#include "schema/collections.hpp"

namespace foyer::server {

PushRun::PushRun(const Principal& who, const Rules& rules, const PreparedPush& push, ScopeTx& tx,
                 std::int64_t wallMs)
    : m_who(who), m_rules(rules), m_push(push), m_tx(tx), m_writer(tx, wallMs) {}

Result<protocol::PushResult> PushRun::run() {
  if (const auto error = admit()) return *error;
  m_device = &m_tx.device(m_who.device);
  protocol::PushResult out;
  out.scope = m_push.scope;
  if (!m_push.items.empty() && m_push.items.front().mutation.seq > m_device->lastSeq + 1) {
    return Error{Code::sequenceGap, "mutations",
                 "The next number of this device here is " + std::to_string(m_device->lastSeq + 1) + "."};
  }
  for (const Prepared& item : m_push.items) {
    if (item.mutation.seq > m_device->lastSeq) break;
    if (const auto error = replayed(item, out)) return *error;
  }
  loadRows();
  std::vector<StoredOutcome> outcomes;
  const std::uint64_t firstNew = m_device->lastSeq + 1;
  for (const Prepared& item : m_push.items) {
    if (item.mutation.seq <= m_device->lastSeq) continue;
    if (item.mutation.seq != m_device->lastSeq + 1) break;
    out.results.push_back(process(item));
    outcomes.push_back({item.hash, out.results.back()});
    m_device->lastSeq = item.mutation.seq;
  }
  m_tx.addOutcomes(m_who.device, firstNew, std::move(outcomes));
  const std::uint64_t ack = std::min(m_push.ack, m_device->lastSeq);
  if (ack > m_device->acked) {
    m_tx.prune(m_who.device, ack);
    m_device->acked = ack;
  }
  m_device->account = m_who.account;
  m_device->seenMs = m_writer.wallMs();
  out.head = m_tx.row().head;
  out.lastSeq = m_device->lastSeq;
  return out;
}

std::optional<Error> PushRun::admit() {
  const Error notMember{Code::forbidden, "scope", "You are not a member of this scope."};
  if (m_tx.born()) {
    const std::optional<std::string> role = m_tx.roleOf(m_who.account);
    if (!role || (m_who.kiosk && m_tx.row().kind != schema::Scope::gate)) return notMember;
    m_role = *role;
    return std::nullopt;
  }
  const bool bearsHead = std::any_of(m_push.items.begin(), m_push.items.end(), [&](const Prepared& item) {
    const model::Mutation& m = item.mutation;
    return m.collection->head && m.op == model::Op::create && m.id == m_push.scope;
  });
  return bearsHead ? std::nullopt : std::optional(notMember);
}

void PushRun::loadRows() {
  std::vector<RecordKey> keys;
  const bool conflicts = m_tx.row().heads.contains(schema::collection("conflicts").id);
  for (const Prepared& item : m_push.items) {
    if (item.mutation.seq <= m_device->lastSeq) continue;
    const merge::ServerRecord* found = m_tx.find({item.mutation.collection, item.mutation.id});
    if (const auto parent = found ? parentOf(found->row) : parentOf(item.mutation)) keys.push_back(*parent);
    if (conflicts) conflictKeys(item.mutation, keys);
  }
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
  const std::optional<StoredOutcome> stored = m_tx.outcome(m_who.device, item.mutation.seq);
  if (stored && stored->hash != item.hash) {
    return Error{Code::replayed, "mutations",
                 "Number " + std::to_string(item.mutation.seq) + " was used for something else before."};
  }
  if (stored) out.results.push_back(stored->result);
  return std::nullopt;
}

model::MutationResult PushRun::held(const Prepared& item, Error reason) {
  m_held.insert({item.mutation.collection, item.mutation.id});
  return {
      .seq = item.mutation.seq, .outcome = model::Outcome::held, .version = 0, .reason = std::move(reason)};
}

model::MutationResult PushRun::process(const Prepared& item) {
  const model::Mutation& m = item.mutation;
  if (!m_tx.born() && m.collection->head && m.op == model::Op::create && m.id == m_push.scope) {
    std::optional<Error> reason = item.invalid ? item.invalid : m_rules.mayCreateScope(m_who, m);
    if (reason) return held(item, *reason);
    for (int bit = 1; bit <= static_cast<int>(schema::Scope::catalog); bit *= 2) {
      const auto kind = static_cast<schema::Scope>(bit);
      if (!schema::contains(m.collection->scopes, kind)) continue;
      m_writer.create(kind);
      break;
    }
    m_role = m_rules.creatorRole(*m_tx.row().kind);
    m_writer.setMember(m_who.account, m_role);
  }
  if (auto reason = refuse(item)) return held(item, std::move(*reason));
  return apply(item);
}

Hlc PushRun::stampOf(const model::Mutation& m, const merge::ServerRecord* found) {
  Hlc known = m_device->lastStamp;
  if (found) {
    for (const merge::FieldMeta& f : found->meta.fields) {
      if (f.version <= m.base || f.stamp.device == m_who.device) known = std::max(known, f.stamp.time);
    }
  }
  Hlc stamp = std::min(m.stamp, m_writer.now());
  if (stamp <= known) stamp = known.next();
  m_device->lastStamp = stamp;
  m_tx.row().clock = std::max(m_tx.row().clock, stamp);
  return stamp;
}

model::MutationResult PushRun::apply(const Prepared& item) {
  model::Mutation m = item.mutation;
  const RecordKey key{m.collection, m.id};
  const merge::ServerRecord* found = m_tx.find(key);
  model::MutationResult result{
      .seq = m.seq, .outcome = model::Outcome::superseded, .version = 0, .reason = {}};
  const bool gone = !found || found->row.state == model::State::tombstone;
  if (!(gone && m.op == model::Op::del) && !(found && m.collection->facts)) {
    m.base = std::clamp<std::int64_t>(m.base, 0, m_writer.version() - 1);
    m.stamp = stampOf(m, found);
    std::optional<merge::ServerRecord> record;
    if (found) record = *found;
    merge::Applied applied = merge::apply(record, m, m_writer.version());
    if (applied.rowChanged || applied.metaChanged) {
      m_writer.touch();
      m_tx.put(*record);
    }
    const Stamp stamp{m.stamp, m_who.device};
    if (m.op != model::Op::del) touchParents(m, stamp);
    closeOvertaken(m_writer, m);
    for (const merge::Conflict& c : applied.conflicts) writeConflict(m_writer, key, c);
    result.outcome = applied.outcome;
    RuleContext context{m_who, m_role, m_writer};
    m_rules.accepted(context, m, record->row);
  }
  result.version = m_tx.row().head;
  return result;
}

void PushRun::touchParents(const model::Mutation& m, const Stamp& stamp) {
  if (m.collection->facts) return;
  const merge::ServerRecord* found = m_tx.find({m.collection, m.id});
  std::optional<RecordKey> parent = found ? parentOf(found->row) : std::nullopt;
  while (parent && markParent(*parent, stamp)) {
    const merge::ServerRecord* above = m_tx.find(*parent);
    parent = parentOf(above->row);
  }
}

bool PushRun::markParent(const RecordKey& key, const Stamp& stamp) {
  const merge::ServerRecord* found = m_tx.find(key);
  if (!found || found->row.state == model::State::tombstone) return false;
  merge::ServerRecord next = *found;
  next.meta.edits.add({m_writer.version(), m_who.device});
  if (next.row.state == model::State::trashed) {
    merge::Conflict notice;
    notice.kind = merge::Conflict::Kind::revived;
    notice.lostBy = {Hlc::fromMs(next.row.updatedMs), next.meta.deleted.device};
    notice.keptBy = stamp;
    next.row.state = model::State::live;
    next.row.updatedMs = std::max(next.row.updatedMs, stamp.time.ms());
    next.row.version = m_writer.version();
    next.meta.deleted = {};
    writeConflict(m_writer, key, notice);
  } else if (next.meta == found->meta) {
    return true;
  }
  m_writer.touch();
  m_tx.put(std::move(next));
  return true;
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
