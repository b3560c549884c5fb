// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <stdexcept>

#include "fields.hpp"

namespace foyer::merge {
namespace {

using model::Op;
using model::Outcome;
using model::State;

class Application {
 public:
  Application(ServerRecord& record, const model::Mutation& m, std::int64_t version)
      : m_record(record), m_mutation(m), m_fields(record, m, version, m_out.conflicts) {}

  Applied run(bool fresh) {
    const std::int64_t ms = m_mutation.stamp.ms();
    bool changed = fresh || ms > row().updatedMs;
    row().updatedMs = std::max(row().updatedMs, ms);
    if (m_mutation.op == Op::create && ms < row().createdMs) {
      row().createdMs = ms;
      changed = true;
    }
    changed = (m_mutation.op == Op::del ? remove() : write()) || changed;
    m_out.rowChanged = changed;
    m_out.metaChanged = true;
    m_out.outcome = outcome(fresh);
    if (changed) row().version = m_fields.mark().version;
    return std::move(m_out);
  }

  /// Brings a deleted record back, with a conflict if the author did not know of the deletion.
  bool revive() {
    if (row().state == State::live) return false;
    const Mark unknown = meta().deletes.unknownTo(m_mutation.base, m_mutation.device);
    if (unknown.version != 0) {
      m_out.conflicts.push_back({Conflict::Kind::revived, nullptr, {}, {}, unknown, m_fields.mark()});
      m_mixed = true;
    }
    row().state = State::live;
    meta().deletes = {};
    m_took = true;
    return true;
  }
  Applied take() { return std::move(m_out); }

 private:
  bool write() {
    bool changed = false;
    if (m_mutation.op == Op::create && row().state != State::live && knowsADelete()) changed = clearRest();
    for (const model::FieldPatch& patch : m_mutation.patches)
      changed = note(m_fields.apply(patch)) || changed;
    const bool job = m_mutation.device.isNil();
    if (!job) meta().edits.add(m_fields.mark());
    if (!job || m_mutation.op != Op::edit) changed = revive() || changed;
    return changed;
  }

  bool remove() {
    if (row().state != State::live) {
      meta().deletes.add(m_fields.mark());
      return false;
    }
    const Mark unknown = meta().edits.unknownTo(m_mutation.base, m_mutation.device);
    if (unknown.version != 0) {
      m_out.conflicts.push_back({Conflict::Kind::kept, nullptr, {}, {}, m_fields.mark(), unknown});
      return false;
    }
    row().state = State::trashed;
    meta().deletes = {};
    meta().deletes.add(m_fields.mark());
    m_took = true;
    return true;
  }

  bool note(Effect effect) {
    m_took = m_took || effect == Effect::took || effect == Effect::mixed;
    m_mixed = m_mixed || effect == Effect::mixed || effect == Effect::lost;
    return effect == Effect::took || effect == Effect::mixed;
  }

  Outcome outcome(bool fresh) const {
    if (!fresh && !m_took) return Outcome::superseded;
    return m_mixed ? Outcome::merged : Outcome::applied;
  }

  bool knowsADelete() const {
    const auto known = [&](const Mark& mark) {
      return mark.version != 0 && mark.knownTo(m_mutation.base, m_mutation.device);
    };
    return known(meta().deletes.newest) || known(meta().deletes.other);
  }

  bool clearRest() {
    bool changed = false;
    for (const schema::Field& field : row().collection->fields) {
      const auto mentions = [&](const model::FieldPatch& patch) { return patch.field == &field; };
      if (std::ranges::any_of(m_mutation.patches, mentions)) continue;
      changed = m_fields.clear(field) || changed;
    }
    return changed;
  }

  model::Record& row() { return m_record.row; }
  Meta& meta() { return m_record.meta; }
  const Meta& meta() const { return m_record.meta; }

  ServerRecord& m_record;
  const model::Mutation& m_mutation;
  Applied m_out;
  FieldMerger m_fields;
  bool m_took = false;
  bool m_mixed = false;
};

}  // namespace

Applied apply(std::optional<ServerRecord>& record, const model::Mutation& m, std::int64_t version) {
  const bool fresh = !record;
  if (fresh) {
    if (m.op != Op::create) throw std::logic_error("only a create can make a record");
    record.emplace();
    record->row = model::Record(*m.collection, m.scope, m.id);
    record->row.createdMs = record->row.updatedMs = m.stamp.ms();
  }
  if (record->row.state == State::tombstone && m.op != Op::create) {
    Applied nothing;
    nothing.outcome = Outcome::superseded;
    return nothing;
  }
  return Application(*record, m, version).run(fresh);
}

Applied touchParent(ServerRecord& parent, const model::Mutation& m, std::int64_t version) {
  Applied out;
  if (m.device.isNil() || parent.row.state == State::tombstone) return out;
  Application application(parent, m, version);
  parent.meta.edits.add({version, m.device, m.stamp});
  const bool revived = application.revive();
  out = application.take();
  out.metaChanged = true;
  out.rowChanged = revived;
  if (revived) parent.row.version = version;
  return out;
}

bool sameFact(const model::Record& existing, const model::Mutation& create) {
  return std::ranges::all_of(create.patches, [&](const model::FieldPatch& patch) {
    const auto index = static_cast<std::size_t>(patch.field - existing.collection->fields.data());
    if (patch.field->merge != schema::Merge::set) return existing.fields[index] == patch.value;
    const auto* set = std::get_if<model::TextSet>(&existing.fields[index]);
    return set != nullptr ? *set == patch.added : patch.added.empty();
  });
}

}  // namespace foyer::merge
