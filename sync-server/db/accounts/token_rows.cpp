// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_tx.hpp"
#include "server/db/pool.hpp"
#include "sql.hpp"

namespace foyer::server {
namespace {

constexpr const char* kToken =
    "SELECT token_hash, kind, scope_id, subject, email, created_by, created_at, expires_at, used_at, used_by "
    "FROM one_time_tokens ";

std::optional<OneTimeTokenRow> tokenOfRow(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  const auto& r = rows[0];
  return OneTimeTokenRow{sql::raw(r[0]),          sql::text(r[1]), sql::id(r[2]),     sql::id(r[3]),
                         sql::text(r[4]),         sql::id(r[5]),   sql::number(r[6]), sql::number(r[7]),
                         sql::numberOrNull(r[8]), sql::id(r[9])};
}

}  // namespace

void PgAccountTx::addToken(const OneTimeTokenRow& t) {
  exec(
      "INSERT INTO one_time_tokens (token_hash, kind, scope_id, subject, email, created_by, created_at, "
      "expires_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      sql::bytes(t.hash), t.kind, t.scope.str(), t.subject.str(), std::string(noNul(t.email)),
      t.createdBy.str(), t.createdMs, t.expiresMs);
}

std::optional<OneTimeTokenRow> PgAccountTx::token(const Bytes& hash) {
  return tokenOfRow(
      exec((std::string(kToken) + "WHERE token_hash = $1 FOR UPDATE").c_str(), sql::bytes(hash)));
}

std::optional<OneTimeTokenRow> PgAccountTx::tokenOf(const Uuid& scope, const Uuid& subject,
                                                    std::string_view kind) {
  return tokenOfRow(
      exec((std::string(kToken) +
            "WHERE scope_id = $1 AND subject = $2 AND kind = $3 ORDER BY created_at DESC LIMIT 1")
               .c_str(),
           scope.str(), subject.str(), std::string(kind)));
}

bool PgAccountTx::useToken(const Bytes& hash, const Uuid& by, std::int64_t nowMs) {
  return !exec(
              "UPDATE one_time_tokens SET used_at = $3, used_by = $2 WHERE token_hash = $1 AND used_at IS "
              "NULL "
              "RETURNING kind",
              sql::bytes(hash), by.str(), nowMs)
              .empty();
}

void PgAccountTx::dropTokens(const Uuid& scope, const Uuid& subject) {
  exec("DELETE FROM one_time_tokens WHERE scope_id = $1 AND subject = $2 AND used_at IS NULL", scope.str(),
       subject.str());
}

BadgeKeyRow PgAccountTx::badgeKey(const Uuid& project, std::int64_t nowMs,
                                  const std::function<Bytes(std::int64_t)>& make) {
  exec("SELECT pg_advisory_xact_lock(hashtextextended('badge-key ' || $1, 0))", project.str());
  const auto rows = exec(
      "SELECT number, sealed_seed FROM badge_key_secrets WHERE project_id = $1 AND withdrawn_at IS NULL "
      "ORDER BY number DESC LIMIT 1",
      project.str());
  if (!rows.empty()) return {project, sql::number(rows[0][0]), sql::raw(rows[0][1])};
  const std::int64_t number = sql::number(exec("SELECT nextval('badge_key_numbers')").at(0)[0]);
  BadgeKeyRow key{project, number, make(number)};
  exec("INSERT INTO badge_key_secrets (project_id, number, sealed_seed, created_at) VALUES ($1, $2, $3, $4)",
       project.str(), number, sql::bytes(key.sealedSeed), nowMs);
  return key;
}

}  // namespace foyer::server
