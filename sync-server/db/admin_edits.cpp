// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/admin_edits.hpp"

#include "server/db/pool.hpp"

namespace foyer::server {
namespace {

std::optional<AdminEdit> load(Pool& pool, std::int64_t number) {
  return pool.transaction("admin edit", [&](pqxx::work& tx) -> std::optional<AdminEdit> {
    const auto rows = tx.exec_params(
        "SELECT collection, record_id::text, op = 'delete' FROM admin_edits WHERE id = $1 AND error IS NULL "
        "AND "
        "NOT done",
        number);
    if (rows.empty()) return std::nullopt;
    AdminEdit edit;
    edit.collection = rows[0][0].as<std::string>();
    edit.record = Uuid::parse(rows[0][1].as<std::string>()).value();
    edit.remove = rows[0][2].as<bool>();
    for (const auto& row : tx.exec_params(
             "SELECT key, value::text FROM admin_edits, jsonb_each(changes) WHERE id = $1 ORDER BY key",
             number)) {
      edit.fields.emplace_back(row[0].as<std::string>(), row[1].as<std::string>());
    }
    return edit;
  });
}

/// Applied ones keep nothing: their values are in the records.
void done(Pool& pool, std::int64_t number, const std::string& refused) {
  pool.transaction("admin edit done", [&](pqxx::work& tx) {
    if (refused.empty()) {
      tx.exec_params("UPDATE admin_edits SET done = true, changes = '{}' WHERE id = $1", number);
    } else {
      tx.exec_params("UPDATE admin_edits SET error = $2 WHERE id = $1", number, std::string(noNul(refused)));
    }
  });
}

}  // namespace

AdminEdits adminEditsOf(Pool& pool) {
  return {[&pool](std::int64_t number) { return load(pool, number); },
          [&pool](std::int64_t number, const std::string& refused) { done(pool, number, refused); }};
}

}  // namespace foyer::server
