// SPDX-License-Identifier: GPL-3.0-or-later
#include "borrowed.hpp"
#include "database.hpp"

namespace foyer::store {

namespace {

/// What a person may write of a record, as a mutation that makes it again; none for records of the server.
std::optional<model::Mutation> remake(Database& d, const model::Record& row) {
  if (row.state != model::State::live || row.collection->creator == schema::Writer::server) return {};
  model::Mutation m;
  m.device = d.options.device;
  m.scope = row.scope;
  m.collection = row.collection;
  m.id = row.id;
  m.op = model::Op::create;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    const schema::Field& field = row.collection->fields[i];
    if (model::isNull(row.fields[i]) || field.writer == schema::Writer::server) continue;
    model::FieldPatch patch;
    patch.field = &field;
    if (const auto* set = std::get_if<model::TextSet>(&row.fields[i]);
        set && field.merge == schema::Merge::set) {
      patch.added = *set;
    } else {
      patch.value = row.fields[i];
    }
    m.patches.push_back(std::move(patch));
  }
  if (m.patches.empty()) return {};
  m.stamp = d.hlc.tick(d.nowMs());
  return m;
}

}  // namespace

void Database::keepAside(const model::Record& row) {
  std::optional<model::Mutation> mutation = remake(*this, row);
  if (!mutation) return;
  OutboxEntry entry;
  entry.stage = Stage::held;
  entry.mutation = std::move(*mutation);
  entry.reason = {
      Code::gone, {}, "The server does not know this any more. Send it again, export it or discard it."};
  entry.changedMs = nowMs();
  const RecordKey key = entry.key();
  beforePending(key);
  keepBorrowed(db, outbox.add(entry), entry.mutation);
  showAgain(key);
  changed(key, false);
}

}  // namespace foyer::store
