// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/choosing.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

using model::Op;

struct Subject {
  const schema::Collection* collection = nullptr;
  const schema::Field* field = nullptr;  ///< null: a delete that met an edit
  const ShownConflict* shown = nullptr;

  model::Value value() const {
    if (!shown->subject) return {};
    return shown->subject->fields[static_cast<std::size_t>(field - collection->fields.data())];
  }
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

store::Edit editOf(const Subject& subject, Op op) {
  return {subject.collection,
          subject.shown->card.scope,
          subject.shown->card.uuid("subject_id"),
          op,
          subject.shown->subjectBase,
          {}};
}

/// `now` is what the author sees in the field while writing `value`.
store::Edit writeValue(const Subject& subject, const model::Value& value, const model::Value& now) {
  store::Edit edit = editOf(subject, Op::edit);
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

model::Value resolutionOf(Settlement settlement) {
  switch (settlement) {
    case Settlement::take:
      return std::string("restored");
    case Settlement::both:
      return std::string("combined");
    case Settlement::dismiss:
      return std::string("kept");
    case Settlement::putBack:
      break;
  }
  return {};
}

}  // namespace

Result<void> settleConflict(store::Store& store, const ShownConflict& shown, Settlement settlement) {
  const schema::Collection& conflicts = *shown.card.collection;
  if (!store.get(conflicts, shown.card.scope, shown.card.id))
    return Error{Code::notFound, {}, "Somebody has settled this already."};
  Subject subject;
  subject.collection = schema::findCollection(shown.card.text("subject_collection"));
  if (!subject.collection) return Error{Code::unknownCollection, {}, "This kind of record is unknown here."};
  subject.field = subject.collection->find(shown.card.text("field"));
  subject.shown = &shown;

  std::vector<store::Edit> edits;
  if (settlement != Settlement::dismiss && !subject.field) {
    edits.push_back(editOf(subject, settlement == Settlement::putBack ? Op::restore : Op::del));
  } else if (settlement != Settlement::dismiss) {
    const model::Value now = subject.value();
    model::Value lost;
    if (!model::isNull(shown.card.at("lost_value"))) {
      auto parsed = protocol::parseValue(*subject.field, shown.card.text("lost_value"));
      if (!parsed.ok()) return parsed.error();
      lost = std::move(parsed).value();
    }
    if (settlement == Settlement::take) edits.push_back(writeValue(subject, lost, now));
    if (settlement == Settlement::both)
      edits.push_back(writeValue(subject, model::Value(bothTexts(now, lost)), now));
    if (settlement == Settlement::putBack) edits.push_back(writeValue(subject, now, lost));
  }
  store::Edit closing{&conflicts, shown.card.scope, shown.card.id, Op::edit, shown.cardBase, {}};
  closing.patches.push_back({conflicts.find("resolution"), resolutionOf(settlement), {}, {}, {}});
  edits.push_back(std::move(closing));
  return store.writeAll(edits);
}

}  // namespace foyer::qt
