// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/writing.hpp"

#include "qt/convert.hpp"

namespace foyer::qt {
namespace {

bool empty(const model::FieldPatch& patch) {
  return patch.field->merge == schema::Merge::set && patch.added.empty() && patch.removed.empty();
}

/// What the author saw in the field: told by the page, or what is shown now. Who makes a record saw nothing.
Result<model::Value> wasOf(const WriteRequest& request, model::Op op, const schema::Field& field,
                           const std::optional<model::Record>& shown) {
  if (op == model::Op::create) return model::Value();
  const QString name = qstring(field.name);
  if (request.was.contains(name)) return fromVariant(field, request.was.value(name));
  if (request.op == model::Op::create || !shown || shown->state != model::State::live) return model::Value();
  return shown->fields[static_cast<std::size_t>(&field - request.collection->fields.data())];
}

}  // namespace

Result<void> writeNow(store::Store& store, const WriteRequest& request) {
  const schema::Collection& collection = *request.collection;
  const auto shown = store.get(collection, request.scope, request.id);
  store::Edit edit{&collection, request.scope, request.id, request.op, 0, {}};
  const bool there = shown && shown->state == model::State::live;
  QVariantMap values = request.values;
  if (edit.op == model::Op::create && there) {
    edit.op = model::Op::edit;
    edit.base = request.base.value_or(0);
  } else if (edit.op == model::Op::create) {
    values = request.defaults;
    for (auto it = request.values.cbegin(); it != request.values.cend(); ++it)
      values.insert(it.key(), it.value());
  } else {
    edit.base = request.base.value_or(store.baseOf(request.scope, collection, request.id));
  }
  for (auto it = values.cbegin(); it != values.cend(); ++it) {
    const std::string name = it.key().toStdString();
    const int at = collection.indexOf(name);
    if (at < 0)
      return Error{Code::unknownField, name, std::string(collection.name) + " has no field " + name};
    const schema::Field& field = collection.fields[static_cast<std::size_t>(at)];
    if (edit.op == model::Op::edit && field.merge == schema::Merge::fixed) continue;
    auto was = wasOf(request, edit.op, field, shown);
    if (!was.ok()) return was.error();
    auto patch = patchFor(field, it.value(), *was);
    if (!patch.ok()) return patch.error();
    const bool clears =
        edit.op == model::Op::create && field.merge != schema::Merge::set && model::isNull(patch->value);
    if (!empty(*patch) && !clears) edit.patches.push_back(std::move(patch).value());
  }
  if (edit.op == model::Op::edit && edit.patches.empty()) return {};
  const auto written = store.write(edit);
  if (!written.ok()) return written.error();
  return {};
}

}  // namespace foyer::qt
