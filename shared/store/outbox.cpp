// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

constexpr std::string_view kColumns =
    "local_id, stage, scope, seq, collection, record, stamp, base, json, version, reason_code, reason_field, "
    "reason_message, changed";

std::string select(std::string_view tail) {
  return "SELECT " + std::string(kColumns) + " FROM local_outbox " + std::string(tail);
}

}  // namespace

Outbox::Outbox(Db& db, const Uuid& device, Sealer sealer)
    : m_db(&db), m_device(device), m_sealer(std::move(sealer)) {
  m_sent =
      db.prepare(select("INDEXED BY local_outbox_sent WHERE scope = ? AND stage = 1 ORDER BY seq LIMIT ?"));
  m_find = db.prepare(select("WHERE local_id = ?"));
  m_findSent = db.prepare(select("INDEXED BY local_outbox_sent WHERE scope = ? AND stage = 1 AND seq = ?"));
  m_add = db.prepare("INSERT INTO local_outbox (" + std::string(kColumns) +
                     ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  m_update = db.prepare(
      "UPDATE local_outbox SET stage = ?2, seq = ?4, stamp = ?7, base = ?8, json = ?9, version = ?10, "
      "reason_code = ?11, "
      "reason_field = ?12, reason_message = ?13, changed = ?14 WHERE local_id = ?1");
  m_advance = db.prepare("UPDATE local_outbox SET stage = ?, version = ?, changed = ? WHERE local_id = ?");
  m_acknowledge = db.prepare(
      "UPDATE local_outbox INDEXED BY local_outbox_sent SET stage = 2, version = ?4, changed = ?5 "
      "WHERE scope = ?1 AND stage = 1 AND seq BETWEEN ?2 AND ?3 RETURNING local_id, collection, record");
  m_finish = db.prepare(
      "UPDATE local_outbox SET stage = 4, changed = ?3 WHERE local_id = ?1 AND stage = 2 AND version <= ?2");
  m_number = db.prepare("UPDATE local_outbox SET stage = 1, seq = ? WHERE local_id = ?");
  m_remove = db.prepare("DELETE FROM local_outbox WHERE local_id = ?");
  m_first = db.prepare(
      "SELECT min(seq) FROM local_outbox INDEXED BY local_outbox_sent WHERE scope = ? AND stage = 1");
  reload();
}

void Outbox::reload() {
  m_open.clear();
  m_waiting.clear();
  m_heldRead.clear();
  ++m_heldRevision;
  m_lastId = std::max(m_lastId, m_db->number("SELECT coalesce(max(local_id), 0) FROM local_outbox"));
  Statement all(*m_db, "SELECT local_id, stage, scope, collection, record FROM local_outbox WHERE stage < 4");
  while (all.step()) {
    m_open.put({all.uuid(2), static_cast<std::uint16_t>(all.integer(3)), all.uuid(4)}, all.integer(0),
               static_cast<Stage>(all.integer(1)));
  }
}

void Outbox::readMutation(const Statement& row, OutboxEntry& entry) const {
  const std::string_view text = row.text(8);
  entry.sealed = Sealer::isSealed(text);
  std::optional<std::string> opened;
  if (entry.sealed) {
    const auto number = static_cast<std::uint16_t>(row.integer(4));
    opened = m_sealer.open(text, {row.uuid(2), number, row.uuid(5)});
    if (const auto* collection = schema::findCollection(number); !opened && collection) {
      entry.unreadable = text;
      entry.mutation.collection = collection;
      entry.mutation.id = row.uuid(5);
      return;
    }
  }
  Result<model::Mutation> decoded = protocol::decodeMutation(opened ? std::string_view(*opened) : text);
  if (!decoded) throw SqliteError(11, "unreadable mutation: " + decoded.error().message);
  ++m_decoded;
  entry.mutation = std::move(decoded).value();
}

OutboxEntry Outbox::read(const Statement& row) const {
  OutboxEntry entry;
  entry.localId = row.integer(0);
  entry.stage = static_cast<Stage>(row.integer(1));
  readMutation(row, entry);
  entry.mutation.device = m_device;
  entry.mutation.scope = row.uuid(2);
  entry.mutation.seq = static_cast<std::uint64_t>(row.integer(3));
  entry.mutation.stamp = Hlc{static_cast<std::uint64_t>(row.integer(6))};
  entry.mutation.base = row.integer(7);
  entry.version = row.integer(9);
  if (!row.isNull(10)) {
    entry.reason = {codeFromName(row.text(10)).value_or(Code::internal), std::string(row.text(11)),
                    std::string(row.text(12))};
  }
  if (!entry.unreadable.empty())
    entry.reason = {
        Code::damaged, {}, "This was sealed with a key that is not on this device, and can't be read."};
  entry.changedMs = row.integer(13);
  return entry;
}

std::vector<OutboxEntry> Outbox::readAll(Statement& statement) const {
  const Resetter resetter(statement);
  std::vector<OutboxEntry> out;
  while (statement.step()) out.push_back(read(statement));
  return out;
}

std::vector<OutboxEntry> Outbox::readAll(const std::vector<std::int64_t>& localIds) {
  std::vector<OutboxEntry> out;
  for (const std::int64_t localId : localIds) {
    if (auto entry = find(localId)) out.push_back(std::move(*entry));
  }
  return out;
}

std::vector<OutboxEntry> Outbox::pendingOf(const RecordKey& key) { return readAll(m_open.of(key)); }

std::vector<OutboxEntry> Outbox::doneAbove(const RecordKey& key, std::int64_t version) {
  Statement s(*m_db, select("INDEXED BY local_outbox_closed WHERE scope = ? AND stage >= 4 AND stage = 4 "
                            "AND version > ? AND collection = ? AND record = ? ORDER BY local_id"));
  return readAll(s.with(key.scope, version, key.collection, key.id));
}

std::vector<OutboxEntry> Outbox::inStages(const Uuid& scope, std::initializer_list<Stage> stages,
                                          std::int64_t limit) {
  std::vector<std::int64_t> localIds = m_open.of(scope, stages, limit);
  for (const Stage stage : stages) {
    if (stage < Stage::done) continue;
    Statement s(
        *m_db,
        "SELECT local_id FROM local_outbox INDEXED BY local_outbox_closed WHERE scope = ? AND stage >= 4 "
        "AND stage = ?");
    s.with(scope, static_cast<std::int64_t>(stage));
    while (s.step()) localIds.push_back(s.integer(0));
  }
  std::ranges::sort(localIds);
  if (limit >= 0 && localIds.size() > static_cast<std::size_t>(limit))
    localIds.resize(static_cast<std::size_t>(limit));
  return readAll(localIds);
}

std::vector<OutboxEntry> Outbox::sent(const Uuid& scope, std::int64_t limit) {
  return readAll(m_sent.with(scope, limit));
}

std::optional<OutboxEntry> Outbox::find(std::int64_t localId) {
  const Resetter resetter(m_find);
  if (!m_find.with(localId).step()) return std::nullopt;
  return read(m_find);
}

std::optional<OutboxEntry> Outbox::findSent(const Uuid& scope, std::uint64_t seq) {
  const Resetter resetter(m_findSent);
  if (!m_findSent.with(scope, static_cast<std::int64_t>(seq)).step()) return std::nullopt;
  return read(m_findSent);
}

void Outbox::bindEntry(Statement& s, const OutboxEntry& entry, const std::string& json) {
  const model::Mutation& m = entry.mutation;
  s.bind(2, static_cast<std::int64_t>(entry.stage));
  if (m.seq == 0) {
    s.bindNull(4);
  } else {
    s.bind(4, static_cast<std::int64_t>(m.seq));
  }
  s.bind(7, static_cast<std::int64_t>(m.stamp.value));
  s.bind(8, m.base);
  s.bind(9, std::string_view(json));
  s.bind(10, entry.version);
  const bool refused =
      entry.stage == Stage::held || (entry.stage == Stage::discarded && !entry.reason.message.empty());
  if (refused) {
    s.bind(11, info(entry.reason.code).name);
    s.bind(12, std::string_view(entry.reason.field));
    s.bind(13, std::string_view(entry.reason.message));
  } else {
    for (int i = 11; i <= 13; ++i) s.bindNull(i);
  }
  s.bind(14, entry.changedMs);
}

std::string Outbox::stored(const OutboxEntry& entry) const {
  if (!entry.unreadable.empty()) return entry.unreadable;
  std::string json = protocol::encodeMutation(entry.mutation);
  return entry.sealed ? m_sealer.seal(json, entry.key()) : json;
}

std::int64_t Outbox::add(const OutboxEntry& entry) {
  const std::string json = stored(entry);
  m_add.bind(3, entry.mutation.scope);
  m_add.bind(5, static_cast<std::int64_t>(entry.mutation.collection->id));
  m_add.bind(6, entry.mutation.id);
  bindEntry(m_add, entry, json);
  m_add.bind(1, ++m_lastId);
  m_add.run();
  note(entry, m_lastId);
  return m_lastId;
}

void Outbox::update(const OutboxEntry& entry) {
  const std::string json = stored(entry);
  m_update.bind(1, entry.localId);
  bindEntry(m_update, entry, json);
  m_update.run();
  note(entry, entry.localId);
}

void Outbox::advance(const OutboxEntry& entry) {
  m_advance.with(static_cast<std::int64_t>(entry.stage), entry.version, entry.changedMs, entry.localId).run();
  note(entry, entry.localId);
}

std::vector<RecordKey> Outbox::acknowledge(const Uuid& scope, std::uint64_t first, std::uint64_t last,
                                           std::int64_t version, std::int64_t nowMs) {
  std::vector<std::int64_t> localIds;
  std::vector<RecordKey> keys;
  {
    const Resetter resetter(m_acknowledge);
    m_acknowledge.with(scope, static_cast<std::int64_t>(first), static_cast<std::int64_t>(last), version,
                       nowMs);
    while (m_acknowledge.step()) {
      localIds.push_back(m_acknowledge.integer(0));
      keys.push_back({scope, static_cast<std::uint16_t>(m_acknowledge.integer(1)), m_acknowledge.uuid(2)});
    }
  }
  for (std::size_t i = 0; i < keys.size(); ++i) noteAnswered(keys[i], localIds[i], Stage::acked);
  return keys;
}

void Outbox::finish(const RecordKey& key, std::int64_t version, std::int64_t nowMs) {
  for (const std::int64_t localId : m_open.of(key)) {
    if (m_open.stageOf(key.scope, localId) != Stage::acked) continue;
    m_finish.with(localId, version, nowMs).run();
    if (m_db->changes() > 0) noteAnswered(key, localId, Stage::done);
  }
}

void Outbox::number(OutboxEntry& entry, std::uint64_t seq) {
  m_number.with(static_cast<std::int64_t>(seq), entry.localId).run();
  entry.mutation.seq = seq;
  entry.stage = Stage::sent;
  note(entry, entry.localId);
}

void Outbox::revive(OutboxEntry& entry, Stage stage) {
  entry.stage = stage;
  update(entry);
}

void Outbox::remove(const OutboxEntry& entry) {
  m_remove.with(entry.localId).run();
  noteGone(entry);
}

std::uint64_t Outbox::firstUnanswered(const Uuid& scope) {
  const Resetter resetter(m_first);
  m_first.with(scope).step();
  return static_cast<std::uint64_t>(m_first.integer(0));
}

Hlc Outbox::shiftStamps(std::int64_t deltaMs, Hlc trusted, Hlc now) {
  const auto least = std::min(trusted.next(), now);
  Statement s(*m_db,
              "UPDATE local_outbox SET stamp = max(?2, min(?3, stamp + ?1)) WHERE stage = 0 AND stamp > ?4");
  s.with(deltaMs * 65536, static_cast<std::int64_t>(least.value), static_cast<std::int64_t>(now.value),
         static_cast<std::int64_t>(trusted.value))
      .run();
  return Hlc{static_cast<std::uint64_t>(
      m_db->number("SELECT coalesce(max(stamp), 0) FROM local_outbox WHERE stage = 0"))};
}

Hlc Outbox::newestStamp() {
  return Hlc{static_cast<std::uint64_t>(
      m_db->number("SELECT coalesce(max(stamp), 0) FROM local_outbox WHERE stage < 3"))};
}

void Outbox::purgeDone(std::int64_t beforeMs) {
  Statement s(*m_db, "DELETE FROM local_outbox WHERE stage >= 4 AND changed < ?");
  s.with(beforeMs).run();
}

}  // namespace foyer::store
