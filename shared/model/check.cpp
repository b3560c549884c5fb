// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/check.hpp"

#include <algorithm>
#include <string>

#include "model/identity.hpp"
#include "schema/validate.hpp"

namespace foyer::model {
namespace {

using schema::Field;
using schema::Merge;
using schema::Type;
using schema::Writer;
using Problem = std::optional<Error>;

Error wrong(Code code, std::string_view field, std::string sentence) {
  return {code, std::string(field), std::move(sentence)};
}

Error wrongType(const Field& field) {
  return wrong(Code::invalidField, field.name, "The value has another type than the field.");
}

bool holdsNumber(Type t) { return t == Type::integer || t == Type::boolean || t == Type::time; }
bool holdsId(Type t) { return t == Type::ref || t == Type::id; }

Problem checkElements(const Field& field, const TextSet& set) {
  if (!std::is_sorted(set.begin(), set.end()) || std::adjacent_find(set.begin(), set.end()) != set.end()) {
    return wrong(Code::badRequest, field.name, "A set is sorted and names each entry once.");
  }
  for (const std::string& element : set) {
    if (Problem bad = schema::checkSetElement(field, element)) return bad;
  }
  return {};
}

bool declares(const schema::Collection& collection, const Field* field) {
  return field != nullptr && std::any_of(collection.fields.begin(), collection.fields.end(),
                                         [field](const Field& own) { return &own == field; });
}

Problem checkSetPatch(const FieldPatch& patch) {
  const Field& field = *patch.field;
  if (!isNull(patch.value) || !patch.was.empty()) {
    return wrong(Code::badRequest, field.name, "A set is changed by added and removed entries.");
  }
  if (Problem bad = checkElements(field, patch.added)) return bad;
  if (!std::is_sorted(patch.removed.begin(), patch.removed.end())) {
    return wrong(Code::badRequest, field.name, "A set is sorted and names each entry once.");
  }
  TextSet both;
  std::set_intersection(patch.added.begin(), patch.added.end(), patch.removed.begin(), patch.removed.end(),
                        std::back_inserter(both));
  if (!both.empty()) return wrong(Code::badRequest, field.name, "An entry is added or removed, not both.");
  return schema::checkSetSize(field, patch.added.size());
}

Problem checkPatch(const FieldPatch& patch, Op op) {
  const Field& field = *patch.field;
  if (field.writer == Writer::server) {
    return wrong(Code::readOnly, field.name, "This is written by the server.");
  }
  if (op != Op::create && field.merge == Merge::fixed) {
    return wrong(Code::readOnly, field.name, "This is set once, when the record is made.");
  }
  if (field.merge == Merge::set) return checkSetPatch(patch);
  if (!patch.added.empty() || !patch.removed.empty()) {
    return wrong(Code::badRequest, field.name, "Only sets have added and removed entries.");
  }
  if (!patch.was.empty() && (field.merge != Merge::text || !isUtf8(patch.was))) {
    return wrong(Code::badRequest, field.name, "Only merged texts say what they were based on.");
  }
  return check(field, patch.value);
}

Problem checkPatches(const Mutation& m) {
  const schema::Collection& collection = *m.collection;
  for (std::size_t i = 0; i < m.patches.size(); ++i) {
    const FieldPatch& patch = m.patches[i];
    if (!declares(collection, patch.field)) {
      return wrong(Code::unknownField, patch.field ? patch.field->name : "",
                   "This field belongs to no such record.");
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (m.patches[k].field == patch.field) {
        return wrong(Code::badRequest, patch.field->name, "A field is named at most once.");
      }
    }
    if (Problem bad = checkPatch(patch, m.op)) return bad;
  }
  return {};
}

Problem checkCreate(const Mutation& m) {
  for (const Field& field : m.collection->fields) {
    if (!field.required || field.writer == Writer::server) continue;
    const bool there = std::any_of(m.patches.begin(), m.patches.end(),
                                   [&](const FieldPatch& p) { return p.field == &field; });
    if (!there) return schema::missing(field);
  }
  const std::optional<Uuid> id = naturalId(*m.collection, m.scope, m.patches);
  if (id && *id != m.id) {
    return wrong(Code::badRequest, "id",
                 "The id of this record follows from its scope and key, and differs.");
  }
  return {};
}

Problem checkOp(const Mutation& m) {
  const bool makes = m.op != Op::edit;
  if (makes && m.collection->creator == Writer::server) {
    return wrong(Code::readOnly, "", "Records of this kind are made and deleted by the server.");
  }
  if (m.collection->facts && m.op != Op::create) {
    return wrong(Code::readOnly, "", "A fact is written once and stays as it is.");
  }
  const bool bare = m.op == Op::del || m.op == Op::restore;
  if (bare && !m.patches.empty())
    return wrong(Code::badRequest, "", "Deleting and restoring change no fields.");
  if (m.op == Op::edit && m.patches.empty())
    return wrong(Code::badRequest, "", "An edit names at least one field.");
  return {};
}

}  // namespace

Problem check(const Field& field, const Value& value) {
  if (isNull(value)) {
    if (field.required) return schema::missing(field);
    return {};
  }
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    return holdsNumber(field.type) ? schema::checkInteger(field, *number) : wrongType(field);
  }
  if (const auto* id = std::get_if<Uuid>(&value)) {
    if (!holdsId(field.type)) return wrongType(field);
    if (id->isNil()) return wrong(Code::invalidField, field.name, "An id of zeros points nowhere.");
    return {};
  }
  if (const auto* bytes = std::get_if<Bytes>(&value)) {
    return field.type == Type::bytes ? schema::checkBytes(field, bytes->size()) : wrongType(field);
  }
  if (const auto* set = std::get_if<TextSet>(&value)) {
    return field.type == Type::textSet ? checkElements(field, *set) : wrongType(field);
  }
  const bool other = holdsNumber(field.type) || holdsId(field.type) || field.type == Type::bytes ||
                     field.type == Type::textSet;
  return other ? wrongType(field) : schema::checkText(field, std::get<std::string>(value));
}

Problem check(const Mutation& m) {
  if (m.collection == nullptr)
    return wrong(Code::unknownCollection, "collection", "There are no records of this kind.");
  if (m.id.isNil()) return wrong(Code::badRequest, "id", "An id of zeros names no record.");
  if (m.base < 0) return wrong(Code::badRequest, "base", "A base is a version, zero or more.");
  if (Problem bad = checkOp(m)) return bad;
  if (Problem bad = checkPatches(m)) return bad;
  return m.op == Op::create ? checkCreate(m) : Problem{};
}

}  // namespace foyer::model
