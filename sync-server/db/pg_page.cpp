// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_page.hpp"

#include <charconv>
#include <stdexcept>

#include "record_sql.hpp"

namespace foyer::server {
namespace {

void writeCell(protocol::PageWriter& out, const PqResult& result, int row, int column, schema::Type type) {
  if (result.null(row, column)) return out.null();
  const std::string_view cell = result.cell(row, column);
  switch (type) {
    case schema::Type::integer:
    case schema::Type::time:
      return out.number(cell);
    case schema::Type::boolean:
      return out.boolean(cell == "t");
    case schema::Type::textSet:
    case schema::Type::json:
      return out.raw(cell);
    case schema::Type::bytes: {
      const auto raw = fromHex(cell.substr(2));
      if (!raw) throw std::runtime_error("Stored bytes can't be read.");
      return out.base64(asBytes(*raw));
    }
    default:
      return out.text(cell);
  }
}

std::size_t rowBytes(const PqResult& result, int row, int columns) {
  std::size_t bytes = 0;
  for (int column = 0; column < columns; ++column) bytes += result.cell(row, column).size();
  return bytes;
}

}  // namespace

void PgPage::write(protocol::PageWriter& out) const {
  for (const Part& part : m_parts) {
    out.beginBatch(*part.collection);
    for (int row = 0; row < part.rows; ++row) {
      out.beginRow();
      out.text(part.result.cell(row, 0));
      for (int column = 1; column < 5; ++column) out.number(part.result.cell(row, column));
      int column = 5;
      for (const schema::Field& field : part.collection->fields) {
        if (field.since <= out.schemaLevel()) {
          if (FieldSeal::concerns(*part.collection, field)) {
            writeSealed(out, part, row, column, field);
          } else {
            writeCell(out, part.result, row, column, field.type);
          }
        }
        ++column;
      }
      out.endRow();
    }
  }
}

void PgPage::writeSealed(protocol::PageWriter& out, const Part& part, int row, int column,
                         const schema::Field& field) const {
  if (part.result.null(row, column)) return out.null();
  const Uuid id = Uuid::parse(part.result.cell(row, 0)).value();
  const FieldPlace place{*part.collection, field, scope.scope, id};
  const std::string_view cell = part.result.cell(row, column);
  if (field.type != schema::Type::bytes) return out.text(m_seal.open(place, cell));
  const auto raw = fromHex(cell.substr(2));
  if (!raw) throw std::runtime_error("Stored bytes can't be read.");
  out.base64(m_seal.open(place, Bytes(asBytes(*raw).begin(), asBytes(*raw).end())));
}

std::vector<model::Record> PgPage::records() const {
  std::vector<model::Record> all;
  for (const Part& part : m_parts) {
    for (int row = 0; row < part.rows; ++row) {
      all.push_back(
          readRecord(part.result, row, *part.collection, scope.scope, PqLink::Format::text, m_seal));
    }
  }
  return all;
}

void PgPage::take(const PageWalk::Step& step, PqResult result, PageWalk& walk) {
  const int columns = 5 + static_cast<int>(step.collection->fields.size());
  int taken = 0;
  std::size_t bytes = 0;
  while (taken < result.rows() && (taken == 0 || bytes < walk.bytesLeft())) {
    bytes += rowBytes(result, taken++, columns);
  }
  const bool all = taken == result.rows() && taken < step.limit;
  std::int64_t version = step.version;
  Uuid id = step.id;
  if (taken > 0) {
    const std::string_view digits = result.cell(taken - 1, 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), version);
    id = Uuid::parse(result.cell(taken - 1, 0)).value();
    m_parts.push_back({step.collection, std::move(result), taken});
  }
  walk.took(taken, bytes, version, id, all);
}

}  // namespace foyer::server
