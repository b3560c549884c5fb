// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_table.hpp"

#include <stdexcept>

#include "protocol/codec.hpp"

namespace foyer::store {

using schema::Type;

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
  m_read = db.prepare("SELECT " + selectList(collection) + " FROM " + table + where);
  m_erase = db.prepare("DELETE FROM " + table + where);

  std::string holes = "?1, ?2, ?3, ?4, ?5, ?6";
  std::string sets = "version = ?3, state = ?4, created_at = ?5, updated_at = ?6";
  int index = kFirstField;
  for (const schema::Field& field : collection.fields) {
    const std::string hole = "?" + std::to_string(++index);
    holes += ", " + hole;
    sets += ", " + sqlName(field.name) + " = " + hole;
  }
  const std::string hash = "?" + std::to_string(index + 1);
  m_insert = db.prepare("INSERT INTO " + table + " (" + selectList(collection) + ", hash) VALUES (" + holes +
                        ", " + hash + ") ON CONFLICT DO NOTHING");
  m_update = db.prepare("UPDATE " + table + " SET " + sets + ", hash = " + hash +
                        " WHERE scope_id = ?1 AND id = ?2");
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

std::optional<model::Record> RecordTable::read(const Uuid& scope, const Uuid& id) {
  const Resetter resetter(m_read);
  if (!m_read.with(scope, id).step()) return std::nullopt;
  return readRow(*m_collection, m_read);
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
  if (hash) {
    m_hash = hash->bytes();
    s.bind(index + 1, std::span<const std::uint8_t>(m_hash));
  } else {
    s.bindNull(index + 1);
  }
}

bool RecordTable::insert(const model::Record& row, const std::optional<model::Digest>& hash) {
  bindRow(m_insert, row, hash);
  m_insert.run();
  return m_db->changes() > 0;
}

void RecordTable::update(const model::Record& row, const std::optional<model::Digest>& hash) {
  bindRow(m_update, row, hash);
  m_update.run();
}

void RecordTable::put(const model::Record& row, const std::optional<model::Digest>& hash) {
  if (!insert(row, hash)) update(row, hash);
}

void RecordTable::erase(const Uuid& scope, const Uuid& id) { m_erase.with(scope, id).run(); }

}  // namespace foyer::store
