// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_table.hpp"

#include <stdexcept>

#include "protocol/codec.hpp"

namespace foyer::store {

using schema::Type;

namespace {

/// Version, state and the two times.
constexpr std::size_t kHeadColumns = 4;
/// Prepared updates kept per collection: people change the same few fields together.
constexpr std::size_t kMostUpdates = 64;

}  // namespace

model::Value readValue(const schema::Field& field, const Statement& row, int column) {
  if (row.isNull(column)) return {};
  switch (field.type) {
    case Type::integer:
    case Type::boolean:
    case Type::time:
      return row.integer(column);
    case Type::ref:
    case Type::id:
      return row.uuid(column);
    case Type::bytes: {
      const auto raw = row.bytes(column);
      return Bytes(raw.begin(), raw.end());
    }
    case Type::textSet: {
      Result<model::Value> set = protocol::parseValue(field, row.text(column));
      if (!set) throw SqliteError(11, "unreadable set in field " + std::string(field.name));
      return std::move(set).value();
    }
    default:
      return std::string(row.text(column));
  }
}

std::string selectList(const schema::Collection& collection, const std::string& prefix) {
  std::string out;
  for (const std::string_view name : kRowColumns) {
    if (!out.empty()) out += ", ";
    out += prefix + sqlName(name);
  }
  for (const schema::Field& field : collection.fields) out += ", " + prefix + sqlName(field.name);
  return out;
}

model::Record readRow(const schema::Collection& collection, const Statement& row) {
  model::Record record(collection, row.uuid(0), row.uuid(1));
  record.version = row.integer(2);
  record.state = static_cast<model::State>(row.integer(3));
  record.createdMs = row.integer(4);
  record.updatedMs = row.integer(5);
  for (std::size_t i = 0; i < collection.fields.size(); ++i) {
    record.fields[i] = readValue(collection.fields[i], row, kFirstField + static_cast<int>(i));
  }
  return record;
}

void bindValue(Statement& s, int index, const schema::Field& field, const model::Value& value,
               std::string& scratch) {
  switch (value.index()) {
    case 0:
      s.bindNull(index);
      break;
    case 1:
      s.bind(index, std::get<std::int64_t>(value));
      break;
    case 2:
      s.bind(index, std::string_view(std::get<std::string>(value)));
      break;
    case 3:
      s.bind(index, std::get<Uuid>(value));
      break;
    case 4:
      s.bind(index, std::span<const std::uint8_t>(std::get<Bytes>(value)));
      break;
    default:
      scratch.clear();
      protocol::appendValue(scratch, field, value);
      s.bind(index, std::string_view(scratch));
  }
}

RecordTable::RecordTable(Db& db, const schema::Collection& collection)
    : m_db(&db), m_collection(&collection), m_scratch(collection.fields.size()) {
  const std::string table = sqlName(collection.name);
  const std::string where = " WHERE scope_id = ? AND id = ?";
  m_head = db.prepare("SELECT version, hash FROM " + table + where);
  m_read = db.prepare("SELECT " + selectList(collection) + ", hash FROM " + table + where);
  m_erase = db.prepare("DELETE FROM " + table + where);

  std::string holes = "?1, ?2, ?3, ?4, ?5, ?6";
  int index = kFirstField;
  for (std::size_t i = 0; i < collection.fields.size(); ++i) holes += ", ?" + std::to_string(++index);
  const std::string hash = "?" + std::to_string(index + 1);
  m_insert = db.prepare("INSERT INTO " + table + " (" + selectList(collection) + ", hash) VALUES (" + holes +
                        ", " + hash + ") ON CONFLICT DO NOTHING");
}

Statement& RecordTable::updateOf(const Mask& mask) {
  const auto known = m_updates.find(mask);
  if (known != m_updates.end()) return known->second;
  if (m_updates.size() >= kMostUpdates) m_updates.clear();
  std::string sets;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    if (!mask[i]) continue;
    const std::string_view name =
        i < kHeadColumns ? kRowColumns[2 + i] : m_collection->fields[i - kHeadColumns].name;
    sets += sqlName(name) + " = ?, ";
  }
  return m_updates
      .emplace(mask, m_db->prepare("UPDATE " + sqlName(m_collection->name) + " SET " + sets +
                                   "hash = ? WHERE scope_id = ? AND id = ?"))
      .first->second;
}

std::optional<RecordTable::Head> RecordTable::head(const Uuid& scope, const Uuid& id) {
  const Resetter resetter(m_head);
  if (!m_head.with(scope, id).step()) return std::nullopt;
  Head head;
  head.version = m_head.integer(0);
  const auto raw = m_head.bytes(1);
  if (raw.size() == 16) head.hash = model::Digest::fromBytes(raw.first<16>());
  return head;
}

std::optional<RecordTable::Stored> RecordTable::stored(const Uuid& scope, const Uuid& id) {
  const Resetter resetter(m_read);
  if (!m_read.with(scope, id).step()) return std::nullopt;
  Stored stored{readRow(*m_collection, m_read), std::nullopt};
  const auto raw = m_read.bytes(kFirstField + static_cast<int>(m_collection->fields.size()));
  if (raw.size() == 16) stored.hash = model::Digest::fromBytes(raw.first<16>());
  return stored;
}

std::optional<model::Record> RecordTable::read(const Uuid& scope, const Uuid& id) {
  std::optional<Stored> found = stored(scope, id);
  if (!found) return std::nullopt;
  return std::move(found->row);
}

void RecordTable::bindHash(Statement& s, int index, const std::optional<model::Digest>& hash) {
  if (!hash) return s.bindNull(index);
  m_hash = hash->bytes();
  s.bind(index, std::span<const std::uint8_t>(m_hash));
}

void RecordTable::bindRow(Statement& s, const model::Record& row, const std::optional<model::Digest>& hash) {
  s.bind(1, row.scope);
  s.bind(2, row.id);
  s.bind(3, row.version);
  s.bind(4, static_cast<std::int64_t>(row.state));
  s.bind(5, row.createdMs);
  s.bind(6, row.updatedMs);
  int index = kFirstField;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    bindValue(s, ++index, m_collection->fields[i], row.fields[i], m_scratch[i]);
  }
  bindHash(s, index + 1, hash);
}

bool RecordTable::insert(const model::Record& row, const std::optional<model::Digest>& hash) {
  bindRow(m_insert, row, hash);
  m_insert.run();
  return m_db->changes() > 0;
}

void RecordTable::change(const model::Record& before, const model::Record& row,
                         const std::optional<model::Digest>& hash) {
  Mask mask = {before.version != row.version, before.state != row.state, before.createdMs != row.createdMs,
               before.updatedMs != row.updatedMs};
  const std::int64_t heads[] = {row.version, static_cast<std::int64_t>(row.state), row.createdMs,
                                row.updatedMs};
  for (std::size_t i = 0; i < row.fields.size(); ++i) mask.push_back(before.fields[i] != row.fields[i]);
  Statement& s = updateOf(mask);
  int index = 0;
  for (std::size_t i = 0; i < kHeadColumns; ++i) {
    if (mask[i]) s.bind(++index, heads[i]);
  }
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    if (mask[kHeadColumns + i]) bindValue(s, ++index, m_collection->fields[i], row.fields[i], m_scratch[i]);
  }
  bindHash(s, ++index, hash);
  s.bind(++index, row.scope);
  s.bind(++index, row.id);
  s.run();
}

void RecordTable::put(const model::Record& row, const std::optional<model::Digest>& hash) {
  if (insert(row, hash)) return;
  change(*read(row.scope, row.id), row, hash);
}

void RecordTable::erase(const Uuid& scope, const Uuid& id) { m_erase.with(scope, id).run(); }

}  // namespace foyer::store
