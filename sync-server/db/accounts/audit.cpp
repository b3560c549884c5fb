// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_tx.hpp"
#include "server/db/pool.hpp"
#include "sql.hpp"

namespace foyer::server {
void PgAccountTx::audit(const AuditEntry& e, std::int64_t nowMs) {
  exec(kAuditLock);
  const auto last = exec("SELECT number, hash FROM audit_events ORDER BY number DESC LIMIT 1");
  const std::int64_t number = last.empty() ? 1 : sql::number(last[0][0]) + 1;
  const Bytes hash = auditHash(last.empty() ? Bytes{} : sql::raw(last[0][1]), number, nowMs, e);
  exec(
      "INSERT INTO audit_events (number, at, category, severity, action, actor, device_id, scope_id, "
      "subject, peer, "
      "request_id, details, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      number, nowMs, e.category, e.severity, e.action, sql::idOrNull(e.actor), sql::idOrNull(e.device),
      sql::idOrNull(e.scope), std::string(noNul(e.subject)), std::string(noNul(e.peer)),
      std::string(noNul(e.requestId)), std::string(noNul(e.details)), sql::bytes(hash));
}

std::optional<std::int64_t> AccountStore::firstBrokenAudit() {
  constexpr int kBatch = 5000;
  Bytes before;
  std::int64_t last = 0;
  std::optional<std::int64_t> broken;
  bool more = true;
  while (more && !broken) {
    m_pool.transaction("audit.verify", [&](pqxx::work& work) {
      const auto rows = work.exec_params(
          "SELECT number, at, category, severity, action, actor, device_id, scope_id, subject, peer, "
          "request_id, "
          "details, hash FROM audit_events WHERE number > $1 ORDER BY number LIMIT $2",
          last, kBatch);
      more = rows.size() == static_cast<std::size_t>(kBatch);
      for (const auto& r : rows) {
        AuditEntry e{sql::text(r[2]), sql::text(r[3]), sql::text(r[4]), sql::id(r[5]),    sql::id(r[6]),
                     sql::id(r[7]),   sql::text(r[8]), sql::text(r[9]), sql::text(r[10]), sql::text(r[11])};
        const std::int64_t number = sql::number(r[0]);
        const Bytes hash = sql::raw(r[12]);
        if (number != last + 1 || hash != auditHash(before, number, sql::number(r[1]), e)) {
          broken = number;
          return;
        }
        before = hash;
        last = number;
      }
    });
  }
  return broken;
}

}  // namespace foyer::server
