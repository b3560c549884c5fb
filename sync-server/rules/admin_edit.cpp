// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin_edit.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "model/check.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"
#include "server/sync/own_edit.hpp"

namespace foyer::server {
namespace {

Error wrong(std::string field, std::string message) {
  return {Code::invalidField, std::move(field), std::move(message)};
}

/// What makes `current` the wanted set. What somebody added meanwhile is not known, and stays.
void toSet(model::FieldPatch& patch, const model::Value& wanted, const model::Value& current) {
  static const model::TextSet kNone;
  const auto elements = [](const model::Value& value) -> const model::TextSet& {
    const auto* set = std::get_if<model::TextSet>(&value);
    return set ? *set : kNone;
  };
  const model::TextSet &now = elements(current), &then = elements(wanted);
  std::ranges::set_difference(then, now, std::back_inserter(patch.added));
  std::ranges::set_difference(now, then, std::back_inserter(patch.removed));
}

std::string textOf(const model::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string();
}

Result<model::FieldPatch> patchOf(const model::Record& row, const AdminEdit& edit,
                                  const AdminEdit::Field& wanted) {
  const schema::Collection& collection = *row.collection;
  const std::string& name = wanted.name;
  model::FieldPatch patch;
  patch.field = collection.find(name);
  if (!patch.field) return Error{Code::unknownField, name, "There is no field " + name + "."};
  const bool key = std::find(collection.key.begin(), collection.key.end(), name) != collection.key.end();
  if (key || patch.field->merge == schema::Merge::fact) {
    return wrong(name, "The field " + name + " never changes.");
  }
  if (wanted.json == "null") {
    if (patch.field->required) return wrong(name, "The field " + name + " must not be empty.");
  } else {
    auto value = protocol::parseValue(*patch.field, wanted.json);
    if (!value) return wrong(name, name + ": " + value.error().message);
    if (auto error = model::check(*patch.field, *value)) return wrong(name, name + ": " + error->message);
    patch.value = std::move(*value);
  }
  if (patch.field->merge == schema::Merge::text) {
    patch.was = edit.base ? wanted.was.value_or("") : textOf(row.at(name));
  }
  if (patch.field->merge == schema::Merge::set) {
    toSet(patch, std::exchange(patch.value, model::Value{}), row.at(name));
  }
  return patch;
}

/// Why it was refused; empty: it is applied.
std::string apply(ScopeWriter& writer, const Rules& rules, const AdminEdit& edit) {
  const schema::Collection* collection = schema::findCollection(edit.collection);
  if (!collection) return "There is no collection " + edit.collection + ".";
  const merge::ServerRecord* found = writer.tx().find({collection, edit.record});
  if (!found || found->row.state == model::State::tombstone) return "There is no such record.";
  model::Mutation m;
  m.collection = collection;
  m.id = edit.record;
  m.op = edit.remove ? model::Op::del : model::Op::edit;
  m.base = edit.base.value_or(writer.tx().row().head);
  for (const AdminEdit::Field& field : edit.fields) {
    auto patch = patchOf(found->row, edit, field);
    if (!patch) return patch.error().message;
    m.patches.push_back(std::move(*patch));
  }
  applyOwnEdit(writer, rules, std::move(m));
  return {};
}

}  // namespace

void applyAdminEdit(SyncService& service, const Job& job, const Rules& rules) {
  std::int64_t number = 0;
  std::from_chars(job.payload.data(), job.payload.data() + job.payload.size(), number);
  service.write(job.scope, {}, [&](ScopeWriter& writer) {
    const std::optional<AdminEdit> edit = writer.tx().adminEdit(number);
    if (edit) writer.tx().finishAdminEdit(number, apply(writer, rules, *edit));
  });
}

}  // namespace foyer::server
