// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/admin_edits.hpp"

#include "pg_tx.hpp"

namespace foyer::server {

std::optional<AdminEdit> PgTx::fetchAdminEdit(std::int64_t number) {
  m_link.add(
      "SELECT collection, record_id, op = 'delete', base FROM admin_edits WHERE id = $1::bigint AND "
      "scope_id = $2::uuid AND error IS NULL AND NOT done",
      PqParams().integer(number).uuid(m_row.scope));
  m_link.add(
      "SELECT f.key, f.value::text, e.was ->> f.key FROM admin_edits e, jsonb_each(e.changes) f "
      "WHERE e.id = $1::bigint ORDER BY f.key",
      PqParams().integer(number));
  const std::vector<PqResult> results = m_link.run();
  if (results[0].rows() == 0) return std::nullopt;
  AdminEdit edit;
  edit.number = number;
  edit.collection = results[0].cell(0, 0);
  edit.record = results[0].uuid(0, 1);
  edit.remove = results[0].boolean(0, 2);
  if (!results[0].null(0, 3)) edit.base = results[0].integer(0, 3);
  for (int row = 0; row < results[1].rows(); ++row) {
    AdminEdit::Field field{std::string(results[1].cell(row, 0)), std::string(results[1].cell(row, 1)), {}};
    if (!results[1].null(row, 2)) field.was = std::string(results[1].cell(row, 2));
    edit.fields.push_back(std::move(field));
  }
  return edit;
}

/// Applied ones keep nothing: their values are in the records.
void PgTx::storeAdminEdits() {
  for (const auto& [number, refused] : m_adminEdits) {
    if (refused.empty()) {
      m_link.add("UPDATE admin_edits SET done = true, changes = '{}', was = NULL WHERE id = $1::bigint",
                 PqParams().integer(number));
    } else {
      m_link.add("UPDATE admin_edits SET error = $2::text WHERE id = $1::bigint",
                 PqParams().integer(number).text(refused));
    }
  }
}

}  // namespace foyer::server
