// SPDX-License-Identifier: GPL-3.0-or-later
#include "copy.hpp"

#include <algorithm>

#include "borrowed.hpp"
#include "merge/own_words.hpp"

namespace foyer::store {

namespace {

const char* const kWords = "The record was deleted for good; create it again from your copy.";

bool isCopy(const OutboxEntry& entry) {
  return entry.stage == Stage::held && entry.mutation.op == model::Op::create &&
         entry.reason.code == Code::gone;
}

bool edits(const OutboxEntry& entry) {
  const bool open = entry.stage == Stage::queued || entry.stage == Stage::sent || entry.stage == Stage::held;
  return open && entry.mutation.op != model::Op::del;
}

/// Every field with a value that a device may write.
std::vector<model::FieldPatch> everyField(const model::Record& shown) {
  std::vector<model::FieldPatch> patches;
  for (std::size_t i = 0; i < shown.fields.size(); ++i) {
    const schema::Field& field = shown.collection->fields[i];
    if (model::isNull(shown.fields[i]) || field.merge == schema::Merge::server ||
        field.writer == schema::Writer::server) {
      continue;
    }
    model::FieldPatch patch;
    patch.field = &field;
    if (field.merge == schema::Merge::set) {
      patch.added = std::get<model::TextSet>(shown.fields[i]);
    } else {
      patch.value = shown.fields[i];
    }
    patches.push_back(std::move(patch));
  }
  return patches;
}

/// What was typed into a text but is not shown, since the record was made again over a refused edit, goes to
/// the end of the copy's text.
void addHiddenWords(model::Mutation& copy, const model::Mutation& edit) {
  for (const model::FieldPatch& patch : edit.patches) {
    if (patch.field->merge != schema::Merge::text || model::isNull(patch.value)) continue;
    auto into = std::ranges::find(copy.patches, patch.field, &model::FieldPatch::field);
    if (into == copy.patches.end())
      into = copy.patches.insert(into, {patch.field, std::string(), {}, {}, {}});
    auto& text = std::get<std::string>(into->value);
    const std::string typed = merge::insertedWords(patch.was, std::get<std::string>(patch.value));
    const std::string hidden = merge::insertedWords(text, typed);
    if (!hidden.empty()) text += (text.empty() ? "" : "\n") + hidden;
  }
  std::erase_if(copy.patches, [](const model::FieldPatch& patch) {
    const auto* text = std::get_if<std::string>(&patch.value);
    return patch.field->merge == schema::Merge::text && text && text->empty();
  });
}

}  // namespace

void keepCopy(Database& d, const RecordKey& key) {
  const std::vector<OutboxEntry> pending = d.outbox.pendingOf(key);
  if (std::none_of(pending.begin(), pending.end(), edits)) return;
  if (std::any_of(pending.begin(), pending.end(), isCopy)) return;
  const std::optional<model::Record> shown = d.table(key.collection).read(key.scope, key.id);
  if (!shown || shown->state == model::State::tombstone) return;
  OutboxEntry copy;
  copy.stage = Stage::held;
  copy.mutation = pending.front().mutation;
  copy.mutation.op = model::Op::create;
  copy.mutation.seq = 0;
  copy.mutation.stamp = d.hlc.tick(d.nowMs());
  copy.mutation.patches = everyField(*shown);
  copy.reason = {Code::gone, "id", kWords};
  copy.changedMs = d.nowMs();
  for (const OutboxEntry& entry : pending) {
    if (entry.stage == Stage::sent || !edits(entry)) continue;
    addHiddenWords(copy.mutation, entry.mutation);
    d.outbox.remove(entry);  // it is part of the copy
  }
  const std::int64_t localId = d.outbox.add(copy);
  if (const auto truth = d.truthOf(key); truth && truth->state != model::State::tombstone) {
    copy.mutation.patches = everyField(*truth);
    keepBorrowed(d.db, localId, copy.mutation);
  }
}

bool replacedByCopy(Database& d, const OutboxEntry& refused) {
  if (refused.reason.code != Code::gone || refused.mutation.op == model::Op::create) return false;
  keepCopy(d, refused.key());
  const std::vector<OutboxEntry> pending = d.outbox.pendingOf(refused.key());
  if (std::none_of(pending.begin(), pending.end(), isCopy)) return false;
  if (d.outbox.find(refused.localId)) d.outbox.remove(refused);
  return true;
}

}  // namespace foyer::store
