// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <span>

#include "database.hpp"
#include "doubt.hpp"
#include "join.hpp"
#include "merge/merge.hpp"
#include "model/check.hpp"
#include "retry.hpp"
#include "schema/collections.hpp"
#include "schema/validate.hpp"
#include "write.hpp"

namespace foyer::store {

namespace {

using model::Op;

/// The scope an edit goes to: there already, or made by the head record that the edit creates.
std::optional<Error> prepareScope(Database& d, const Edit& edit) {
  const schema::Collection& collection = *edit.collection;
  if (const ScopeTable::Entry* scope = d.scopes.find(edit.scope)) {
    if (schema::contains(collection.scopes, scope->kind)) return std::nullopt;
    return Error{Code::invalidField, "scope", "This kind of record does not belong there."};
  }
  if (!collection.head || edit.op != Op::create) return notHere("This device has nothing of that place.");
  if (edit.id != edit.scope)
    return Error{Code::invalidField, "id", "The record that heads a scope has its id."};
  ScopeTable::Entry scope;
  scope.scope = edit.scope;
  for (int bit = 1; bit <= static_cast<int>(schema::Scope::catalog); bit *= 2) {
    if ((collection.scopes & bit) != 0) scope.kind = static_cast<schema::Scope>(bit);
  }
  scope.role = "owner";
  d.scopes.put(scope);
  return std::nullopt;
}

std::optional<Error> fitsState(const Edit& edit, const std::optional<model::Record>& shown) {
  const bool live = shown && shown->state == model::State::live;
  switch (edit.op) {
    case Op::create:
      if (!live || !edit.collection->key.empty()) return std::nullopt;
      return Error{Code::alreadyExists, {}, "This record is there already."};
    case Op::edit:
      if (shown) return std::nullopt;
      break;
    case Op::del:
      if (live) return std::nullopt;
      break;
    case Op::restore:
      if (shown && shown->state == model::State::trashed) return std::nullopt;
      return Error{Code::gone, {}, "Only a deleted record can be restored."};
  }
  return notHere("This record is not there any more.");
}

/// Limits on the size of a set bind what a person adds, not what merging makes.
std::optional<Error> setsFit(const Edit& edit, const std::optional<model::Record>& shown) {
  for (const model::FieldPatch& patch : edit.patches) {
    if (patch.field->merge != schema::Merge::set || patch.added.empty()) continue;
    const auto index = static_cast<std::size_t>(patch.field - edit.collection->fields.data());
    const model::Value now = merge::overlayValue(shown ? shown->fields[index] : model::Value{}, patch);
    const auto* set = std::get_if<model::TextSet>(&now);
    if (auto error = schema::checkSetSize(*patch.field, set ? set->size() : 0)) return error;
  }
  return std::nullopt;
}

model::Mutation mutationOf(Database& d, const Edit& edit) {
  model::Mutation m;
  m.device = d.options.device;
  m.scope = edit.scope;
  m.collection = edit.collection;
  m.id = edit.id;
  m.op = edit.op;
  m.stamp = d.hlc.tick(d.nowMs());
  m.base = edit.base;
  m.patches = edit.patches;
  return m;
}

void add(Database& d, model::Mutation m, std::vector<OutboxEntry>& pending) {
  OutboxEntry entry;
  entry.mutation = std::move(m);
  entry.changedMs = d.nowMs();
  entry.localId = d.outbox.add(entry);
  pending.push_back(std::move(entry));
}

bool patches(const OutboxEntry& entry, const model::FieldPatch& patch) {
  return std::ranges::any_of(entry.mutation.patches,
                             [&](const model::FieldPatch& p) { return p.field == patch.field; });
}

/// What of an edit goes into a refused mutation, and what goes on top as usual.
struct Correction {
  std::int64_t localId = 0;
  std::vector<model::FieldPatch> correcting;
  std::vector<model::FieldPatch> rest;
};

/// A person who corrects the refused field in the record's own form means to correct the refused mutation.
/// Unless something later already says what the field is: there the correction would be covered by it.
std::optional<Correction> correctionBy(const std::vector<OutboxEntry>& pending, const Edit& edit) {
  for (auto held = pending.begin(); held != pending.end(); ++held) {
    if (held->stage != Stage::held || held->reason.field.empty()) continue;
    const std::span<const OutboxEntry> later(held + 1, pending.end());
    const auto isEdit = [](const OutboxEntry& entry) { return entry.mutation.op == Op::edit; };
    if (!std::ranges::all_of(later, isEdit)) continue;
    Correction correction{held->localId, {}, {}};
    bool meant = false;
    for (const model::FieldPatch& patch : edit.patches) {
      const bool covered =
          std::ranges::any_of(later, [&](const auto& entry) { return patches(entry, patch); });
      (covered ? correction.rest : correction.correcting).push_back(patch);
      meant = meant || (!covered && patch.field->name == held->reason.field);
    }
    if (meant) return correction;
  }
  return std::nullopt;
}

/// The edit's patches by the base they go with, as far as answered mutations decide it. What a form was typed
/// over may have been answered since it opened; what that value covered was never seen, whoever won.
std::map<std::int64_t, std::vector<model::FieldPatch>> byBase(Database& d, const RecordKey& key,
                                                              std::int64_t version,
                                                              const model::Mutation& edit) {
  std::map<std::int64_t, std::vector<model::FieldPatch>> groups;
  const ScopeTable::Entry* scope = d.scopes.find(key.scope);
  const std::int64_t known = std::max(version, scope ? scope->cursor : 0);
  std::vector<OutboxEntry> answered;
  if (known > edit.base) answered = d.outbox.doneAbove(key, edit.base);
  for (const model::FieldPatch& patch : edit.patches) {
    std::int64_t base = edit.base;
    for (const OutboxEntry& entry : answered) {
      if (patch.field->merge != schema::Merge::set && patches(entry, patch))
        base = std::min(base, entry.mutation.base);
    }
    groups[base].push_back(patch);
  }
  return groups;
}

/// `pending` is what lies on top of the truth, before and after.
void writeEdit(Database& d, std::int64_t version, const model::Mutation& edit, bool onTruth,
               std::vector<OutboxEntry>& pending) {
  const RecordKey key{edit.scope, edit.collection->id, edit.id};
  for (auto& [base, patches] : byBase(d, key, version, edit)) {
    model::Mutation part = edit;
    part.base = base;
    part.patches = std::move(patches);
    const JoinPlan plan = join(pending, part, onTruth);
    for (const std::size_t index : plan.touched) {
      pending[index].changedMs = d.nowMs();
      d.outbox.update(pending[index]);
    }
    for (const model::Mutation& m : plan.added) add(d, m, pending);
  }
}

/// A create stays whole: it knows no more than the least known value that it is typed over.
std::int64_t lowestBase(Database& d, const RecordKey& key, std::int64_t version,
                        const model::Mutation& create, const std::vector<OutboxEntry>& pending) {
  const auto groups = byBase(d, key, version, create);
  const std::int64_t answered = groups.empty() ? create.base : groups.begin()->first;
  return std::min(answered, pendingBase(pending, create));
}

}  // namespace

std::optional<Error> writeOne(Database& d, const Edit& edit) {
  if (!edit.collection) return Error{Code::unknownCollection, {}, "There is no such kind of record."};
  const RecordKey key{edit.scope, edit.collection->id, edit.id};
  if (auto error = prepareScope(d, edit)) return error;
  std::optional<model::Record> shown = d.table(*edit.collection).read(edit.scope, edit.id);
  const std::int64_t version = shown ? shown->version : 0;
  if (auto error = fitsState(edit, shown)) return error;
  model::Mutation m = mutationOf(d, edit);
  if (auto error = model::check(m)) return error;
  if (auto error = setsFit(edit, shown)) return error;
  if (edit.op == Op::create && shown && shown->state != model::State::live) merge::writeEveryField(m, *shown);
  if (d.scopes.find(edit.scope)->restarting != 0) Doubt(d.db, edit.scope).strip(m);
  std::vector<OutboxEntry> pending = d.outbox.pendingOf(key);
  const std::optional<model::Record> truth = pending.empty() ? shown : d.truthOf(key);
  d.beforePending(key, shown);
  if (edit.op == Op::edit) {
    if (auto correction = correctionBy(pending, edit)) {
      if (auto error = requeue(d, correction->localId, correction->correcting)) return error;
      m.patches = std::move(correction->rest);
      pending = d.outbox.pendingOf(key);
      shown = d.table(*edit.collection).read(edit.scope, edit.id);
    }
    if (!m.patches.empty()) writeEdit(d, version, m, truth.has_value(), pending);
  } else {
    if (edit.op == Op::create && shown) m.base = lowestBase(d, key, version, m, pending);
    add(d, std::move(m), pending);
  }
  d.show(key, shown, truth, std::move(pending));
  d.changed(key, false);
  return std::nullopt;
}

Result<model::Record> Store::write(const Edit& edit) {
  if (const Result<void> done = writeAll({edit}); !done) return done.error();
  std::optional<model::Record> shown = get(*edit.collection, edit.scope, edit.id);
  if (!shown) return notHere("This record is not there any more.");
  return std::move(*shown);
}

Result<void> Store::writeAll(const std::vector<Edit>& edits) {
  return m_db->attempt([&]() -> std::optional<Error> {
    for (const Edit& edit : edits) {
      if (auto error = writeOne(*m_db, edit)) return error;
    }
    return std::nullopt;
  });
}

}  // namespace foyer::store
