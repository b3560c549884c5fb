// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_record.hpp"

#include <algorithm>
#include <cstdlib>

#include "model/identity.hpp"
#include "schema/collections.hpp"

namespace foyer::test {
namespace {

using model::FieldPatch;
using model::Mutation;
using model::Op;
using model::Record;
using model::Value;
using schema::Field;
using schema::Merge;
using schema::Type;
using schema::Writer;

constexpr std::int64_t kNow = 1'750'000'000'000;
/// Sets and previews stay small: tests want many records, not big ones.
constexpr std::size_t kSetElements = 6;
constexpr std::size_t kBytes = 40;

}  // namespace

std::uint64_t seedOfRun() {
  static const std::uint64_t seed = [] {
    const char* given = std::getenv("FOYER_SEED");
    if (given != nullptr && *given != 0) return std::strtoull(given, nullptr, 10);
    return static_cast<unsigned long long>(std::random_device{}()) << 16 | (std::random_device{}() & 0xFFFF);
  }();
  return seed;
}

std::uint64_t RandomRecords::below(std::uint64_t limit) { return limit == 0 ? 0 : m_random() % limit; }

Uuid RandomRecords::uuid() {
  std::array<std::uint8_t, 10> tail{};
  for (std::uint8_t& byte : tail) byte = static_cast<std::uint8_t>(m_random());
  return Uuid::v7(kNow + static_cast<std::int64_t>(below(1'000'000)), tail);
}

model::TextSet RandomRecords::set(const Field& field, std::size_t most) {
  std::vector<std::string> elements;
  const std::size_t count = below(std::min<std::size_t>(most, static_cast<std::size_t>(field.maxItems)) + 1);
  for (std::size_t i = 0; i < count; ++i) elements.push_back(word(field));
  return model::makeSet(std::move(elements));
}

Value RandomRecords::value(const Field& field) {
  switch (field.type) {
    case Type::text:
      return text(field);
    case Type::integer: {
      const auto span = static_cast<std::uint64_t>(field.max) - static_cast<std::uint64_t>(field.min);
      return static_cast<std::int64_t>(static_cast<std::uint64_t>(field.min) + below(span + 1));
    }
    case Type::boolean:
      return static_cast<std::int64_t>(below(2));
    case Type::time:
      return kNow + static_cast<std::int64_t>(below(1'000'000'000));
    case Type::zoned: {
      const std::string moment = date() + "T" + patterned("clock") + ":0" + digits(1) + "." + digits(3);
      return chance(30) ? moment : moment + (chance(50) ? "+02:00" : "-05:30");
    }
    case Type::date:
      return date();
    case Type::ref:
      return referTo ? referTo(field.target) : uuid();
    case Type::id:
      return uuid();
    case Type::enumeration:
      return std::string(field.values[below(field.values.size())]);
    case Type::textSet:
      return set(field, kSetElements);
    case Type::json:
      return "{\"a\":" + digits(3, false) + ",\"b\":[\"x\",null,true]}";
    case Type::bytes: {
      Bytes raw(1 + below(std::min<std::uint64_t>(kBytes, static_cast<std::uint64_t>(field.max))), 0);
      for (std::uint8_t& byte : raw) byte = static_cast<std::uint8_t>(m_random());
      return raw;
    }
    case Type::point:
      return (chance(50) ? "-" : "") + digits(1, false) + "." + digits(8) + "," + digits(2, false) + "." +
             digits(8);
    case Type::amount:
      return digits(1 + below(6), false) + " EUR";
    case Type::hash: {
      std::string hex;
      for (int i = 0; i < 64; ++i) hex.push_back("0123456789abcdef"[below(16)]);
      return hex;
    }
  }
  return {};
}

Record RandomRecords::record(const schema::Collection& collection, const Uuid& scope) {
  Record row(collection, scope, uuid());
  for (std::size_t i = 0; i < collection.fields.size(); ++i) {
    const Field& field = collection.fields[i];
    if (field.required || chance(70)) row.fields[i] = value(field);
  }
  if (const auto id = model::naturalId(row)) row.id = *id;
  row.version = 1 + static_cast<std::int64_t>(below(1'000'000));
  row.state = chance(10) ? model::State::trashed : model::State::live;
  row.createdMs = kNow + static_cast<std::int64_t>(below(1'000'000));
  row.updatedMs = row.createdMs + static_cast<std::int64_t>(below(1'000'000));
  return row;
}

FieldPatch RandomRecords::patch(const Field& field, const Value& current) {
  FieldPatch out;
  out.field = &field;
  if (field.merge == Merge::set) {
    const auto* have = std::get_if<model::TextSet>(&current);
    if (have != nullptr) {
      for (const std::string& element : *have) {
        if (chance(30)) out.removed.push_back(element);
      }
    }
    for (const std::string& element : set(field, 3)) {
      if (!std::binary_search(out.removed.begin(), out.removed.end(), element)) out.added.push_back(element);
    }
    if (out.added.empty() && out.removed.empty()) out.added.push_back(word(field));
    return out;
  }
  const bool clear = !field.required && chance(10);
  if (field.merge != Merge::text) {
    if (!clear) out.value = value(field);
    return out;
  }
  if (const auto* was = std::get_if<std::string>(&current)) out.was = *was;
  if (clear) return out;
  std::string now = out.was;
  const std::size_t cut = now.empty() ? std::string::npos : now.find(' ', below(now.size()));
  if (cut == std::string::npos) {
    now = sentence(8);
  } else if (chance(50)) {
    now.insert(cut, " " + sentence(3));
  } else {
    now = now.substr(0, cut) + " " + sentence(2);
  }
  out.value = codePoints(now) <= static_cast<std::size_t>(field.max) ? now : text(field);
  return out;
}

Mutation RandomRecords::bare(const Record& row, Op op) {
  Mutation m;
  m.scope = row.scope;
  m.collection = row.collection;
  m.id = row.id;
  m.op = op;
  m.base = row.version;
  return m;
}

Mutation RandomRecords::create(const schema::Collection& collection, const Uuid& scope) {
  Mutation m = bare(Record(collection, scope, uuid()), Op::create);
  for (const Field& field : collection.fields) {
    if (field.writer == Writer::server || !(field.required || chance(60))) continue;
    FieldPatch filled;
    filled.field = &field;
    if (field.merge == Merge::set) {
      filled.added = set(field, kSetElements);
    } else {
      filled.value = value(field);
    }
    m.patches.push_back(std::move(filled));
  }
  if (const auto id = model::naturalId(collection, scope, m.patches)) m.id = *id;
  return m;
}

Mutation RandomRecords::edit(const Record& row) {
  Mutation m = bare(row, Op::edit);
  std::vector<const Field*> fields = editableFields(*row.collection);
  std::shuffle(fields.begin(), fields.end(), m_random);
  fields.resize(std::min<std::size_t>(fields.size(), 1 + below(3)));
  for (const Field* field : fields) m.patches.push_back(patch(*field, row.at(field->name)));
  return m;
}

Mutation RandomRecords::remove(const Record& row) { return bare(row, Op::del); }
Mutation RandomRecords::restore(const Record& row) { return bare(row, Op::restore); }

std::vector<const schema::Collection*> writableCollections() {
  std::vector<const schema::Collection*> out;
  for (const schema::Collection& c : schema::collections()) {
    if (c.creator != Writer::server) out.push_back(&c);
  }
  return out;
}

std::vector<const Field*> editableFields(const schema::Collection& collection) {
  std::vector<const Field*> out;
  for (const Field& field : collection.fields) {
    const bool open =
        field.writer != Writer::server && field.merge != Merge::fixed && field.merge != Merge::fact;
    if (open) out.push_back(&field);
  }
  return out;
}

Record applied(const Mutation& create, std::int64_t version) {
  Record row(*create.collection, create.scope, create.id);
  for (const FieldPatch& patch : create.patches) {
    Value& value = row.at(patch.field->name);
    if (patch.field->merge == Merge::set) {
      value = patch.added;
    } else {
      value = patch.value;
    }
  }
  row.version = version;
  return row;
}

}  // namespace foyer::test
