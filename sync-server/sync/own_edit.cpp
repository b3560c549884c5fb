// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/own_edit.hpp"

#include <algorithm>

#include "conflict_cards.hpp"
#include "merge/merge.hpp"

namespace foyer::server {

void applyOwnEdit(ScopeWriter& writer, const Rules& rules, model::Mutation m) {
  ScopeTx& tx = writer.tx();
  const RecordKey key{m.collection, m.id};
  ConflictCards cards(writer, rules);
  cards.load({&m.id, 1});
  m.scope = tx.row().scope;
  m.device = Uuid{};
  m.base = std::clamp<std::int64_t>(m.base, 0, writer.version() - 1);
  if (m.base < tx.row().epochFirst) m.base = countedVersion(m.base, tx.epochs());
  // Above every stamp of the scope: none exceeds its clock.
  m.stamp = tx.row().clock = writer.now().next();
  std::optional<merge::ServerRecord> record = *tx.find(key);
  const merge::Applied applied = merge::apply(record, m, writer.version());
  if (applied.rowChanged || applied.metaChanged) {
    writer.touch();
    tx.put(*record);
  }
  cards.close(m, record->row);
  for (const merge::Conflict& conflict : applied.conflicts) cards.write(key, conflict);
  writer.noteLost(applied.conflicts.size());
  const Principal nobody{};
  RuleContext context{nobody, {}, writer};
  rules.accepted(context, m, record->row);
}

}  // namespace foyer::server
