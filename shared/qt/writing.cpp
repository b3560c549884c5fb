// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/writing.hpp"

#include "qt/convert.hpp"

namespace foyer::qt {
namespace {

bool empty(const model::FieldPatch& patch) {
  return patch.field->merge == schema::Merge::set && patch.added.empty() && patch.removed.empty();
}

}  // namespace

Result<void> writeNow(store::Store& store, const WriteRequest& request) {
  const schema::Collection& collection = *request.collection;
  const auto shown = store.get(collection, request.scope, request.id);
  store::Edit edit{&collection, request.scope, request.id, request.op, 0, {}};
  const bool there = shown && shown->state == model::State::live;
  if (edit.op == model::Op::create && there) edit.op = model::Op::edit;
  if (edit.op != model::Op::create)
    edit.base = request.base.value_or(store.baseOf(request.scope, collection, request.id));
  for (auto it = request.values.cbegin(); it != request.values.cend(); ++it) {
    const std::string name = it.key().toStdString();
    const int at = collection.indexOf(name);
    if (at < 0)
      return Error{Code::unknownField, name, std::string(collection.name) + " has no field " + name};
    const schema::Field& field = collection.fields[static_cast<std::size_t>(at)];
    if (edit.op == model::Op::edit && field.merge == schema::Merge::fixed) continue;
    model::Value was = there ? shown->fields[static_cast<std::size_t>(at)] : model::Value();
    if (request.was.contains(it.key())) {
      auto began = fromVariant(field, request.was.value(it.key()));
      if (!began.ok()) return began.error();
      was = std::move(began).value();
    }
    auto patch = patchFor(field, it.value(), was);
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
