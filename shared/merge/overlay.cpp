// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "merge/merge.hpp"

namespace foyer::merge {
namespace {

using model::FieldPatch;
using model::Op;
using model::Record;
using model::State;
using model::TextSet;
using model::Value;

TextSet setOf(const Value& value) {
  const auto* set = std::get_if<TextSet>(&value);
  return set != nullptr ? *set : TextSet{};
}

std::string_view textOf(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? std::string_view(*text) : std::string_view();
}

std::size_t indexOf(const Record& record, const schema::Field& field) {
  return static_cast<std::size_t>(&field - record.collection->fields.data());
}

bool ofDevices(const schema::Field& field) {
  return field.merge != schema::Merge::server && field.writer != schema::Writer::server;
}

void put(Record& record, const model::Mutation& m) {
  record.updatedMs = std::max(record.updatedMs, m.stamp.ms());
  if (m.op == Op::create) record.createdMs = std::min(record.createdMs, m.stamp.ms());
  if (m.op == Op::del) {
    record.state = State::trashed;
    return;
  }
  const bool again = m.op == Op::create && record.state != State::live;
  if (again)
    for (const schema::Field& field : record.collection->fields)
      if (ofDevices(field)) record.fields[indexOf(record, field)] = {};
  record.state = State::live;
  for (const FieldPatch& patch : m.patches) {
    Value& value = record.fields[indexOf(record, *patch.field)];
    value = again && patch.field->merge == schema::Merge::text ? patch.value : overlayValue(value, patch);
  }
}

}  // namespace

Value overlayValue(const Value& truth, const FieldPatch& patch) {
  if (patch.field->merge == schema::Merge::set) {
    const TextSet before = setOf(truth);
    TextSet kept;
    std::ranges::set_difference(before, patch.removed, std::back_inserter(kept));
    TextSet after;
    std::ranges::set_union(kept, patch.added, std::back_inserter(after));
    return after.empty() ? Value{} : Value{std::move(after)};
  }
  if (patch.field->merge != schema::Merge::text || patch.was == textOf(truth)) return patch.value;
  std::string merged = mergeText(patch.was, textOf(truth), textOf(patch.value), true).text;
  if (codePoints(merged) > static_cast<std::uint64_t>(patch.field->max)) return patch.value;
  if (merged.empty() && model::isNull(patch.value)) return {};
  return merged;
}

std::optional<Record> overlay(std::optional<Record> truth, std::span<const model::Mutation> pending) {
  if (truth && truth->state == State::tombstone) truth.reset();
  for (const model::Mutation& m : pending) {
    if (!truth) {
      if (m.op != Op::create) continue;
      truth.emplace(*m.collection, m.scope, m.id);
      truth->createdMs = truth->updatedMs = m.stamp.ms();
    }
    put(*truth, m);
  }
  return truth;
}

void writeEveryField(model::Mutation& create, const Record& deleted) {
  for (const schema::Field& field : deleted.collection->fields) {
    const auto mentions = [&](const FieldPatch& patch) { return patch.field == &field; };
    const bool keep = !ofDevices(field) || field.merge == schema::Merge::fixed;
    if (keep || std::ranges::any_of(create.patches, mentions)) continue;
    const Value& old = deleted.fields[indexOf(deleted, field)];
    FieldPatch patch;
    patch.field = &field;
    if (field.merge == schema::Merge::set) patch.removed = setOf(old);
    if (field.merge == schema::Merge::text) patch.was = textOf(old);
    if (field.merge != schema::Merge::set || !patch.removed.empty())
      create.patches.push_back(std::move(patch));
  }
  for (FieldPatch& patch : create.patches) {
    const Value& old = deleted.fields[indexOf(deleted, *patch.field)];
    if (patch.field->merge == schema::Merge::text && patch.was.empty()) patch.was = textOf(old);
    if (patch.field->merge != schema::Merge::set) continue;
    TextSet gone;
    std::ranges::set_difference(setOf(old), patch.added, std::back_inserter(gone));
    patch.removed = std::move(gone);
  }
}

}  // namespace foyer::merge
