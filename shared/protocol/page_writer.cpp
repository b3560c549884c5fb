// SPDX-License-Identifier: GPL-3.0-or-later
#include "compress.hpp"
#include "json_out.hpp"
#include "page_codec.hpp"
#include "token_codec.hpp"

namespace foyer::protocol {

PageWriter::PageWriter(const PageHeader& header, int schemaLevel) : m_schemaLevel(schemaLevel) {
  m_out += R"({"t":"page","scope":)";
  out::uuid(m_out, header.scope);
  out::key(m_out, "epoch");
  out::integer(m_out, header.epoch);
  out::key(m_out, "head");
  out::integer(m_out, header.head);
  out::key(m_out, "more");
  out::boolean(m_out, header.more);
  out::key(m_out, "live");
  out::boolean(m_out, header.live);
  out::key(m_out, "from");
  out::integer(m_out, header.from);
  out::key(m_out, "next");
  appendToken(m_out, header.next);
  if (header.part) {
    out::key(m_out, "part");
    out::boolean(m_out, true);
  }
  out::key(m_out, "digest");
  if (header.digest)
    out::text(m_out, header.digest->hex());
  else
    m_out += "null";
  if (header.hash) {
    out::key(m_out, "hash");
    out::text(m_out, header.hash->hex());
  }
  m_out += "}\n";
}

void PageWriter::beginBatch(const schema::Collection& collection) {
  endBatch();
  m_collection = &collection;
  m_rows = 0;
  m_out += R"({"c":)";
  out::text(m_out, collection.name);
  out::key(m_out, "f");
  m_out += '[';
  for (const std::string_view column : kRowColumns) {
    if (m_out.back() != '[') m_out += ',';
    out::text(m_out, column);
  }
  for (const schema::Field& field : collection.fields) {
    if (field.since > m_schemaLevel) continue;
    m_out += ',';
    out::text(m_out, field.name);
  }
  m_out += ']';
  out::key(m_out, "n");
  m_countAt = m_out.size();
  m_out += "}\n";
}

void PageWriter::endBatch() {
  if (!m_collection) return;
  m_out.insert(m_countAt, std::to_string(m_rows));
  m_collection = nullptr;
}

void PageWriter::beginRow() {
  m_out += '[';
  m_firstCell = true;
}

void PageWriter::cell() {
  if (!m_firstCell) m_out += ',';
  m_firstCell = false;
}

void PageWriter::null() {
  cell();
  m_out += "null";
}

void PageWriter::number(std::string_view digits) {
  cell();
  m_out += digits;
}

void PageWriter::boolean(bool value) {
  cell();
  out::boolean(m_out, value);
}

void PageWriter::text(std::string_view utf8) {
  cell();
  out::text(m_out, utf8);
}

void PageWriter::raw(std::string_view canonicalJson) {
  cell();
  m_out += canonicalJson;
}

void PageWriter::base64(std::span<const std::uint8_t> raw) {
  cell();
  m_out += '"' + toBase64(raw) + '"';
}

void PageWriter::endRow() {
  m_out += "]\n";
  ++m_rows;
}

void PageWriter::row(const model::Record& record) {
  beginRow();
  cell();
  out::uuid(m_out, record.id);
  for (const std::int64_t number :
       {record.version, static_cast<std::int64_t>(record.state), record.createdMs, record.updatedMs}) {
    cell();
    out::integer(m_out, number);
  }
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    if (record.collection->fields[i].since > m_schemaLevel) continue;
    cell();
    appendValue(m_out, record.collection->fields[i], record.fields[i]);
  }
  endRow();
}

Frame PageWriter::finish(int zstdLevel) {
  endBatch();
  return pack(std::move(m_out), zstdLevel);
}

Frame encodePage(const Page& page) {
  PageWriter writer(page.header);
  const schema::Collection* open = nullptr;
  for (const model::Record& record : page.rows) {
    if (record.collection != open) writer.beginBatch(*record.collection);
    open = record.collection;
    writer.row(record);
  }
  return writer.finish();
}

}  // namespace foyer::protocol
