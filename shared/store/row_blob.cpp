// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_blob.hpp"

#include "sqlite.hpp"

namespace foyer::store {

namespace {

constexpr int kSqliteCorrupt = 11;

void putNumber(Bytes& out, std::uint64_t value, int size) {
  for (int i = size - 1; i >= 0; --i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void putText(Bytes& out, std::span<const std::uint8_t> raw) {
  putNumber(out, raw.size(), 4);
  out.append(raw.data(), raw.size());
}

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : m_rest(bytes) {}
  bool done() const { return m_rest.empty(); }
  std::span<const std::uint8_t> take(std::size_t size) {
    if (size > m_rest.size()) throw SqliteError(kSqliteCorrupt, "cut short: stored row");
    const auto out = m_rest.first(size);
    m_rest = m_rest.subspan(size);
    return out;
  }
  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : take(size)) value = value << 8 | byte;
    return value;
  }
  std::int64_t integer() { return static_cast<std::int64_t>(number(8)); }
  std::span<const std::uint8_t> text() { return take(static_cast<std::size_t>(number(4))); }

 private:
  std::span<const std::uint8_t> m_rest;
};

struct Packer {
  Bytes& out;
  void operator()(std::monostate) const {}
  void operator()(std::int64_t value) const { putNumber(out, static_cast<std::uint64_t>(value), 8); }
  void operator()(const std::string& value) const { putText(out, asBytes(value)); }
  void operator()(const Uuid& value) const { out.append(value.bytes.data(), value.bytes.size()); }
  void operator()(const Bytes& value) const { putText(out, value); }
  void operator()(const model::TextSet& value) const {
    putNumber(out, value.size(), 4);
    for (const std::string& element : value) putText(out, asBytes(element));
  }
};

model::Value unpackValue(std::uint64_t kind, Reader& in) {
  switch (kind) {
    case 1:
      return in.integer();
    case 2:
      return std::string(asText(in.text()));
    case 3:
      return Uuid::fromBytes(in.take(16)).value_or(Uuid{});
    case 4: {
      const auto raw = in.text();
      return Bytes(raw.begin(), raw.end());
    }
    case 5: {
      model::TextSet set;
      for (std::uint64_t n = in.number(4); n > 0; --n) set.emplace_back(asText(in.text()));
      return set;
    }
    default:
      throw SqliteError(kSqliteCorrupt, "unknown kind of value: stored row");
  }
}

}  // namespace

Bytes packRow(const model::Record& record) {
  Bytes out;
  putNumber(out, static_cast<std::uint64_t>(record.version), 8);
  putNumber(out, static_cast<std::uint64_t>(record.state), 1);
  putNumber(out, static_cast<std::uint64_t>(record.createdMs), 8);
  putNumber(out, static_cast<std::uint64_t>(record.updatedMs), 8);
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    if (model::isNull(record.fields[i])) continue;
    putNumber(out, record.collection->fields[i].id, 2);
    putNumber(out, record.fields[i].index(), 1);
    std::visit(Packer{out}, record.fields[i]);
  }
  return out;
}

std::int64_t packedVersion(std::span<const std::uint8_t> bytes) { return Reader(bytes).integer(); }

model::Record unpackRow(const schema::Collection& collection, const Uuid& scope, const Uuid& id,
                        std::span<const std::uint8_t> bytes) {
  model::Record record(collection, scope, id);
  Reader in(bytes);
  record.version = in.integer();
  record.state = static_cast<model::State>(in.number(1));
  record.createdMs = in.integer();
  record.updatedMs = in.integer();
  while (!in.done()) {
    const auto fieldId = static_cast<std::uint16_t>(in.number(2));
    const std::uint64_t kind = in.number(1);
    model::Value value = unpackValue(kind, in);
    const schema::Field* field = collection.findId(fieldId);
    if (field) record.fields[static_cast<std::size_t>(field - collection.fields.data())] = std::move(value);
  }
  return record;
}

}  // namespace foyer::store
