// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/choosing.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

using model::Op;
using Before = std::shared_ptr<const model::Record>;

struct Subject {
  const schema::Collection* collection = nullptr;
  const schema::Field* field = nullptr;  ///< null: a delete that met an edit
  Uuid scope;
  Uuid id;
  std::optional<model::Record> shown;
};

model::TextSet without(const model::Value& from, const model::Value& taken) {
  const auto* a = std::get_if<model::TextSet>(&from);
  const auto* b = std::get_if<model::TextSet>(&taken);
  model::TextSet out;
  if (!a) return out;
  for (const std::string& element : *a) {
    if (!b || !std::binary_search(b->begin(), b->end(), element)) out.push_back(element);
  }
  return out;
}

store::Edit editOf(store::Store& store, const Subject& subject, Op op) {
  return {subject.collection,
          subject.scope,
          subject.id,
          op,
          store.baseOf(subject.scope, *subject.collection, subject.id),
          {}};
}

store::Edit writeValue(store::Store& store, const Subject& subject, const model::Value& value) {
  store::Edit edit = editOf(store, subject, Op::edit);
  const auto at = static_cast<std::size_t>(subject.field - subject.collection->fields.data());
  const model::Value now = subject.shown ? subject.shown->fields[at] : model::Value();
  model::FieldPatch patch{subject.field, {}, {}, {}, {}};
  if (subject.field->merge == schema::Merge::set) {
    patch.added = without(value, now);
    patch.removed = without(now, value);
  } else {
    patch.value = value;
    const auto* text = std::get_if<std::string>(&now);
    if (subject.field->merge == schema::Merge::text && text) patch.was = *text;
  }
  edit.patches.push_back(std::move(patch));
  return edit;
}

std::string bothTexts(const model::Value& kept, const model::Value& lost) {
  const auto* first = std::get_if<std::string>(&kept);
  const auto* second = std::get_if<std::string>(&lost);
  if (!first || first->empty()) return second ? *second : std::string();
  if (!second || second->empty()) return *first;
  return *first + "\n\n" + *second;
}

}  // namespace

Result<Before> settleConflict(store::Store& store, const Uuid& scope, const Uuid& conflict,
                              Settlement settlement, const Before& before) {
  const schema::Collection& conflicts = schema::collection("conflicts");
  const auto card = store.get(conflicts, scope, conflict);
  if (!card) return Error{Code::notFound, {}, "Somebody has settled this already."};
  Subject subject;
  subject.collection = schema::findCollection(card->text("subject_collection"));
  if (!subject.collection) return Error{Code::unknownCollection, {}, "This kind of record is unknown here."};
  subject.scope = scope;
  subject.id = card->uuid("subject_id");
  subject.field = subject.collection->find(card->text("field"));
  subject.shown = store.get(*subject.collection, scope, subject.id);

  std::vector<store::Edit> edits;
  std::string_view resolution = "kept";
  const auto parsed = [&](std::string_view which) -> Result<model::Value> {
    if (model::isNull(card->at(which))) return model::Value();
    return protocol::parseValue(*subject.field, card->text(which));
  };
  if (settlement == Settlement::take || settlement == Settlement::both) {
    resolution = settlement == Settlement::take ? "restored" : "combined";
    if (!subject.field) {
      edits.push_back(editOf(store, subject, Op::del));
    } else {
      Result<model::Value> value = parsed("lost_value");
      if (!value.ok()) return value.error();
      if (settlement == Settlement::both) {
        const auto at = static_cast<std::size_t>(subject.field - subject.collection->fields.data());
        value = model::Value(bothTexts(subject.shown ? subject.shown->fields[at] : model::Value(), *value));
      }
      edits.push_back(writeValue(store, subject, *value));
    }
  }
  if (settlement == Settlement::putBack) {
    resolution = "";
    if (!subject.field) {
      edits.push_back(editOf(store, subject, Op::restore));
    } else {
      Result<model::Value> value = parsed("kept_value");
      if (!value.ok()) return value.error();
      const auto at = static_cast<std::size_t>(subject.field - subject.collection->fields.data());
      edits.push_back(writeValue(store, subject, before ? before->fields[at] : *value));
    }
  }
  store::Edit closing{&conflicts, scope, conflict, Op::edit, store.baseOf(scope, conflicts, conflict), {}};
  const model::Value chosen = resolution.empty() ? model::Value() : model::Value(std::string(resolution));
  closing.patches.push_back({conflicts.find("resolution"), chosen, {}, {}, {}});
  edits.push_back(std::move(closing));
  if (const Result<void> written = store.writeAll(edits); !written.ok()) return written.error();
  return subject.shown ? std::make_shared<const model::Record>(*subject.shown) : Before();
}

}  // namespace foyer::qt
