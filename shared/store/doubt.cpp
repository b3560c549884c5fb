// SPDX-License-Identifier: GPL-3.0-or-later
#include "doubt.hpp"

#include <algorithm>

namespace foyer::store {

Doubt::Doubt(Db& db, const Uuid& scope) {
  Statement open(
      db,
      "SELECT subject_id, field FROM conflicts WHERE scope_id = ? AND state = 0 AND hash IS NOT NULL "
      "AND field IS NOT NULL AND resolution IS NULL");
  open.with(scope);
  while (open.step()) m_fields[open.uuid(0)].emplace_back(open.text(1));
}

bool Doubt::strip(model::Mutation& m) const {
  const auto record = m_fields.find(m.id);
  if (record == m_fields.end() || m.base == 0) return false;
  const bool touched = std::ranges::any_of(m.patches, [&](const model::FieldPatch& patch) {
    return std::ranges::find(record->second, patch.field->name) != record->second.end();
  });
  if (touched) m.base = 0;
  return touched;
}

}  // namespace foyer::store
