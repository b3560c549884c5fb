// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <stdexcept>
#include <string>

#include "merge/merge.hpp"

/// A collection that only these tests know, with one field per rule.
namespace foyer::test {

inline constexpr std::array kSampleFields{
    schema::Field{.id = 1, .name = "key", .merge = schema::Merge::fixed},
    schema::Field{.id = 2, .name = "title", .merge = schema::Merge::reg},
    schema::Field{.id = 4, .name = "stars", .type = schema::Type::integer, .merge = schema::Merge::reg},
    schema::Field{.id = 5, .name = "tags", .type = schema::Type::textSet, .merge = schema::Merge::set},
    schema::Field{.id = 7, .name = "notes", .merge = schema::Merge::text, .max = 60},
    schema::Field{.id = 9, .name = "code", .merge = schema::Merge::server},
};
inline constexpr schema::Collection kSample{
    .id = 900, .name = "samples", .scopes = schema::only(schema::Scope::person), .fields = kSampleFields};

inline const schema::Field& sampleField(std::string_view name) {
  for (const schema::Field& field : kSampleFields)
    if (field.name == name) return field;
  throw std::logic_error("no such field");
}

inline Uuid device(int n) {
  Uuid id;
  id.bytes[15] = static_cast<std::uint8_t>(n);
  return id;
}
inline const Uuid kScope = device(200);
inline const Uuid kRecord = device(201);

/// Builds mutations in one expression: Patch(1, Op::edit).at(5).base(3).set("title", "x")
class Patch {
 public:
  Patch(int author, model::Op op) {
    m_m.device = device(author);
    m_m.scope = kScope;
    m_m.id = kRecord;
    m_m.collection = &kSample;
    m_m.op = op;
  }
  Patch& at(std::int64_t ms) { return m_m.stamp = Hlc::fromMs(ms), *this; }
  Patch& base(std::int64_t version) { return m_m.base = version, *this; }
  Patch& set(std::string_view name, model::Value value) {
    return field(name).value = std::move(value), *this;
  }
  Patch& set(std::string_view name, const char* text) { return set(name, model::Value(std::string(text))); }
  Patch& text(std::string now, std::string was) {
    model::FieldPatch& patch = field("notes");
    patch.value = std::move(now);
    patch.was = std::move(was);
    return *this;
  }
  Patch& tags(model::TextSet added, model::TextSet removed = {}) {
    model::FieldPatch& patch = field("tags");
    patch.added = std::move(added);
    patch.removed = std::move(removed);
    return *this;
  }
  operator const model::Mutation&() const { return m_m; }  // NOLINT(google-explicit-constructor)
  const model::Mutation& get() const { return m_m; }

 private:
  model::FieldPatch& field(std::string_view name) {
    for (auto& patch : m_m.patches)
      if (patch.field->name == name) return patch;
    m_m.patches.emplace_back().field = &sampleField(name);
    return m_m.patches.back();
  }
  model::Mutation m_m;
};

}  // namespace foyer::test
