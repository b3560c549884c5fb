// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/server_marks.hpp"

namespace foyer::server {

std::int64_t serverMark(Pool& pool, std::string_view name) {
  return pool.transaction("mark", [&](pqxx::work& tx) {
    const auto rows = tx.exec_params("SELECT value FROM server_marks WHERE name = $1", std::string(name));
    return rows.empty() ? std::int64_t{0} : rows[0][0].as<std::int64_t>();
  });
}

void raiseServerMark(Pool& pool, std::string_view name, std::int64_t value) {
  pool.transaction("raise mark", [&](pqxx::work& tx) {
    tx.exec_params(
        "INSERT INTO server_marks (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = "
        "greatest(server_marks.value, EXCLUDED.value)",
        std::string(name), value);
  });
}

std::optional<std::int64_t> turnLedgerMark(Pool& pool, const LedgerTurn& last) {
  return pool.transaction("ledger mark", [&](pqxx::work& tx) -> std::optional<std::int64_t> {
    const auto value = [&](std::string_view name) {
      const auto rows =
          tx.exec_params("SELECT value FROM server_marks WHERE name = $1 FOR UPDATE", std::string(name));
      return rows.empty() ? std::int64_t{0} : rows[0][0].as<std::int64_t>();
    };
    const std::int64_t beat = value(kLedgerBeat), told = value(kLedgerMark);
    if (beat < last.beat || told < last.told) return std::nullopt;
    for (const auto& [name, to] : {std::pair(kLedgerBeat, beat + 1), std::pair(kLedgerMark, last.seen)}) {
      tx.exec_params(
          "INSERT INTO server_marks (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = "
          "greatest(server_marks.value, EXCLUDED.value)",
          std::string(name), to);
    }
    return beat + 1;
  });
}

}  // namespace foyer::server
