// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin_edit.hpp"

#include <algorithm>
#include <charconv>

#include "model/check.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

struct NewValue {
  const schema::Field* field = nullptr;
  model::Value value;
};

Error wrong(std::string field, std::string message) {
  return {Code::invalidField, std::move(field), std::move(message)};
}

Result<NewValue> valueOf(const schema::Collection& collection, const std::string& name,
                         const std::string& json) {
  NewValue out;
  out.field = collection.find(name);
  if (!out.field) return Error{Code::unknownField, name, "There is no field " + name + "."};
  const bool key = std::find(collection.key.begin(), collection.key.end(), name) != collection.key.end();
  if (key || out.field->merge == schema::Merge::fact) {
    return wrong(name, "The field " + name + " never changes.");
  }
  if (json == "null") {
    if (out.field->required) return wrong(name, "The field " + name + " must not be empty.");
    return out;
  }
  auto value = protocol::parseValue(*out.field, json);
  if (!value) return wrong(name, name + ": " + value.error().message);
  if (auto error = model::check(*out.field, *value)) return wrong(name, name + ": " + error->message);
  out.value = std::move(*value);
  return out;
}

Result<std::vector<NewValue>> valuesOf(const schema::Collection& collection, const AdminEdit& edit) {
  std::vector<NewValue> values;
  for (const auto& [name, json] : edit.fields) {
    auto value = valueOf(collection, name, json);
    if (!value) return value.error();
    values.push_back(std::move(*value));
  }
  return values;
}

std::optional<Error> apply(SyncService& service, const Uuid& scope, const AdminEdit& edit) {
  const schema::Collection* collection = schema::findCollection(edit.collection);
  if (!collection) return wrong("collection", "There is no collection " + edit.collection + ".");
  const auto values = valuesOf(*collection, edit);
  if (!values) return values.error();
  const RecordKey key{collection, edit.record};
  std::optional<Error> refused;
  Want want;
  want.records = {key};
  service.write(scope, want, [&](ScopeWriter& writer) {
    refused.reset();
    const merge::ServerRecord* found = writer.tx().find(key);
    if (!found || found->row.state == model::State::tombstone) {
      refused = Error{Code::notFound, "record", "There is no such record."};
      return;
    }
    if (edit.remove) {
      writer.trash(key);
      return;
    }
    model::Record wanted = found->row;
    for (const NewValue& value : *values) wanted.at(value.field->name) = value.value;
    writer.put(wanted);
  });
  return refused;
}

}  // namespace

void applyAdminEdit(SyncService& service, const Job& job, const AdminEdits& edits) {
  std::int64_t number = 0;
  std::from_chars(job.payload.data(), job.payload.data() + job.payload.size(), number);
  if (!edits.load) return;
  const std::optional<AdminEdit> edit = edits.load(number);
  if (!edit) return;  // done before
  const auto refused = apply(service, job.scope, *edit);
  edits.done(number, refused ? refused->message : std::string());
}

}  // namespace foyer::server
