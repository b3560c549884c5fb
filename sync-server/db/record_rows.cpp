// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <stdexcept>

#include "protocol/codec.hpp"
#include "record_sql.hpp"

namespace foyer::server {
namespace {

// Object identifiers of PostgreSQL's own types never change.
constexpr Oid kBool = 16, kBytea = 17, kInt8 = 20, kInt2 = 21, kText = 25, kJson = 114, kUuid = 2950;

Oid oidOf(schema::Type type) {
  switch (type) {
    case schema::Type::integer:
    case schema::Type::time:
      return kInt8;
    case schema::Type::boolean:
      return kBool;
    case schema::Type::ref:
    case schema::Type::id:
      return kUuid;
    case schema::Type::textSet:
    case schema::Type::json:
      return kJson;
    case schema::Type::bytes:
      return kBytea;
    default:
      return kText;
  }
}

[[noreturn]] void damaged(std::string_view what) {
  throw std::runtime_error("A stored value can't be read: " + std::string(what));
}

std::int64_t digits(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) damaged("number");
  return value;
}

Uuid uuidText(std::string_view text) {
  const auto id = Uuid::parse(text);
  if (!id) damaged("id");
  return *id;
}

std::string byteaText(std::string_view text) {
  const auto raw = fromHex(text.substr(2));
  if (!raw) damaged("bytes");
  return *raw;
}

/// Reads cells of one row, whatever the format of the result.
class Cells {
 public:
  Cells(const PqResult& result, int row, PqLink::Format format)
      : m_result(result), m_row(row), m_binary(format == PqLink::Format::binary) {}

  std::int64_t integer(int column) const {
    return m_binary ? m_result.integer(m_row, column) : digits(m_result.cell(m_row, column));
  }
  Uuid uuid(int column) const {
    return m_binary ? m_result.uuid(m_row, column) : uuidText(m_result.cell(m_row, column));
  }
  model::Value value(int column, const schema::Field& field) const {
    if (m_result.null(m_row, column)) return {};
    const std::string_view cell = m_result.cell(m_row, column);
    switch (oidOf(field.type)) {
      case kInt8:
        return integer(column);
      case kBool:
        return std::int64_t{m_binary ? m_result.boolean(m_row, column) : cell == "t"};
      case kUuid:
        return uuid(column);
      case kBytea: {
        const std::string raw = m_binary ? std::string(cell) : byteaText(cell);
        return Bytes(asBytes(raw).begin(), asBytes(raw).end());
      }
      default:
        break;
    }
    if (field.type != schema::Type::textSet) return std::string(cell);
    auto set = protocol::parseValue(field, cell);
    if (!set) damaged(field.name);
    return std::move(*set);
  }

 private:
  const PqResult& m_result;
  int m_row;
  bool m_binary;
};

model::Record readVisible(const Cells& cells, const schema::Collection& c, const Uuid& scope, int firstField,
                          const FieldSeal& seal) {
  model::Record row(c, scope, cells.uuid(0));
  row.version = cells.integer(1);
  row.state = static_cast<model::State>(cells.integer(2));
  row.createdMs = cells.integer(3);
  row.updatedMs = cells.integer(4);
  for (std::size_t i = 0; i < c.fields.size(); ++i) {
    model::Value& value = row.fields[i] = cells.value(firstField + static_cast<int>(i), c.fields[i]);
    if (!FieldSeal::concerns(c, c.fields[i])) continue;
    const FieldPlace place{c, c.fields[i], scope, row.id};
    if (auto* text = std::get_if<std::string>(&value)) *text = seal.open(place, *text);
    if (auto* raw = std::get_if<Bytes>(&value)) *raw = seal.open(place, std::move(*raw));
  }
  return row;
}

void addValue(PqArray& column, const schema::Field& field, const model::Value& value) {
  if (model::isNull(value)) return column.null();
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (field.type == schema::Type::boolean) return column.boolean(*number != 0);
    return column.integer(*number);
  }
  if (const auto* text = std::get_if<std::string>(&value)) return column.text(*text);
  if (const auto* id = std::get_if<Uuid>(&value)) return column.uuid(*id);
  if (const auto* raw = std::get_if<Bytes>(&value)) return column.bytes(*raw);
  std::string json;
  protocol::appendValue(json, field, value);
  column.text(json);
}

}  // namespace

model::Record readRecord(const PqResult& result, int row, const schema::Collection& c, const Uuid& scope,
                         PqLink::Format format, const FieldSeal& seal) {
  return readVisible(Cells(result, row, format), c, scope, 5, seal);
}

LoadedRecord readServerRecord(const PqResult& result, int row, const schema::Collection& c, const Uuid& scope,
                              const FieldSeal& seal) {
  LoadedRecord loaded;
  loaded.record.row = readVisible(Cells(result, row, PqLink::Format::binary), c, scope, 7, seal);
  const std::string_view hash = result.cell(row, 5);
  if (hash.size() != 16) damaged("hash");
  loaded.hash = model::Digest::fromBytes(asBytes(hash).first<16>());
  loaded.record.meta = merge::decodeMeta(result.cell(row, 6));
  return loaded;
}

RecordArrays::RecordArrays(const schema::Collection& c, const FieldSeal& seal)
    : RecordArrays(c, seal, FieldMask(c.fields.size(), true)) {}

RecordArrays::RecordArrays(const schema::Collection& c, const FieldSeal& seal, FieldMask fields)
    : m_collection(c), m_seal(seal), m_fields(std::move(fields)) {
  for (const Oid oid : {kUuid, kInt8, kInt2, kInt8, kInt8, kBytea, kBytea}) m_columns.emplace_back(oid);
  for (std::size_t i = 0; i < c.fields.size(); ++i) {
    if (m_fields[i]) m_columns.emplace_back(oidOf(c.fields[i].type));
  }
}

void RecordArrays::add(const merge::ServerRecord& record, const model::Digest& hash) {
  const model::Record& row = record.row;
  m_columns[0].uuid(row.id);
  m_columns[1].integer(row.version);
  m_columns[2].smallint(static_cast<std::int16_t>(row.state));
  m_columns[3].integer(row.createdMs);
  m_columns[4].integer(row.updatedMs);
  m_columns[5].bytes(hash.bytes());
  m_columns[6].bytes(asBytes(merge::encodeMeta(record.meta)));
  auto column = m_columns.begin() + 7;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    if (!m_fields[i]) continue;
    const schema::Field& field = m_collection.fields[i];
    if (FieldSeal::wanted(row, field)) {
      addValue(*column++, field, m_seal.seal({m_collection, field, row.scope, row.id}, row.fields[i]));
    } else {
      addValue(*column++, field, row.fields[i]);
    }
  }
  ++m_rows;
}

PqParams RecordArrays::params(const Uuid& scope) {
  PqParams params;
  params.uuid(scope);
  for (PqArray& column : m_columns) params.raw(column.finish());
  return params;
}

}  // namespace foyer::server
