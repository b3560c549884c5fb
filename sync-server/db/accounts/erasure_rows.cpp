// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_tx.hpp"
#include "server/db/pool.hpp"
#include "sql.hpp"

namespace foyer::server {

bool PgAccountTx::beginErasure(const Uuid& subject, std::string_view kind, const Uuid& scope,
                               std::int64_t nowMs) {
  const auto rows = exec(
      "INSERT INTO erasures (subject, kind, scope_id, asked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO "
      "NOTHING "
      "RETURNING 1",
      subject.str(), std::string(kind), sql::idOrNull(scope), nowMs);
  return !rows.empty();
}

void PgAccountTx::finishErasure(const Uuid& subject, std::int64_t nowMs) {
  exec("UPDATE erasures SET done_at = $2 WHERE subject = $1 AND done_at IS NULL", subject.str(), nowMs);
}

std::vector<ErasureRow> PgAccountTx::openErasures() {
  std::vector<ErasureRow> out;
  for (const auto& r :
       exec("SELECT subject, kind, scope_id FROM erasures WHERE done_at IS NULL ORDER BY asked_at")) {
    out.push_back({sql::id(r[0]), sql::text(r[1]), sql::id(r[2])});
  }
  return out;
}

void PgAccountTx::forgetAccount(const Uuid& account, std::string_view foldedEmail) {
  const std::string id = account.str();
  exec("DELETE FROM refresh_tokens WHERE session_id IN (SELECT session_id FROM sessions WHERE subject = $1)",
       id);
  exec("UPDATE sessions SET peer = '' WHERE subject = $1", id);
  exec("DELETE FROM devices WHERE subject = $1", id);
  exec(
      "DELETE FROM sign_in_counters WHERE subject = 'account:' || $1::text OR subject LIKE 'device:' || "
      "$1::text || ':%'",
      id);
  exec("DELETE FROM one_time_tokens WHERE created_by = $1 OR used_by = $1 OR (email <> '' AND email = $2)",
       id, std::string(noNul(foldedEmail)));
  // What she was uploading into shared scopes: the next sweep removes the bytes.
  exec("UPDATE uploads SET metadata = '', expires_at = 0 WHERE account_id = $1", id);
  exec("DELETE FROM accounts WHERE account_id = $1", id);
}

}  // namespace foyer::server
