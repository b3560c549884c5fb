// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_tx.hpp"
#include "server/db/pool.hpp"
#include "sql.hpp"

namespace foyer::server {
namespace {

constexpr const char* kSession =
    "SELECT s.session_id, s.subject, s.kiosk, s.scope_id, s.device_id, d.name, s.peer, s.created_at, "
    "s.seen_at, "
    "s.expires_at, s.revoked_at FROM sessions s LEFT JOIN devices d USING (device_id) ";

SessionRow sessionOf(const pqxx::row& r) {
  return {sql::id(r[0]),     sql::id(r[1]),     sql::yes(r[2]),          sql::id(r[3]),
          sql::id(r[4]),     sql::text(r[5]),   sql::text(r[6]),         sql::number(r[7]),
          sql::number(r[8]), sql::number(r[9]), sql::numberOrNull(r[10])};
}

std::vector<Uuid> idsOf(const pqxx::result& rows) {
  std::vector<Uuid> out;
  for (const auto& r : rows) out.push_back(sql::id(r[0]));
  return out;
}

}  // namespace

std::optional<SessionRow> PgAccountTx::session(const Uuid& session) {
  const auto rows =
      exec((std::string(kSession) + "WHERE s.session_id = $1 FOR UPDATE OF s").c_str(), session.str());
  if (rows.empty()) return std::nullopt;
  return sessionOf(rows[0]);
}

void PgAccountTx::addSession(const SessionRow& s) {
  exec(
      "INSERT INTO sessions (session_id, subject, kiosk, scope_id, device_id, peer, created_at, seen_at, "
      "expires_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)",
      s.id.str(), s.subject.str(), s.kiosk, sql::idOrNull(s.scope), s.device.str(),
      std::string(noNul(s.peer)), s.createdMs, s.expiresMs);
}

void PgAccountTx::moveSession(const Uuid& session, const Uuid& device) {
  exec("UPDATE sessions SET device_id = $2 WHERE session_id = $1", session.str(), device.str());
}

void PgAccountTx::seen(const Uuid& session, std::string_view peer, std::int64_t nowMs,
                       std::int64_t expiresMs) {
  exec("UPDATE sessions SET peer = $2, seen_at = $3, expires_at = $4 WHERE session_id = $1", session.str(),
       std::string(noNul(peer)), nowMs, expiresMs);
}

std::vector<SessionRow> PgAccountTx::sessionsOf(const Uuid& subject, std::int64_t nowMs) {
  const auto rows =
      exec((std::string(kSession) +
            "WHERE s.subject = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 ORDER BY s.seen_at DESC")
               .c_str(),
           subject.str(), nowMs);
  std::vector<SessionRow> out;
  for (const auto& r : rows) out.push_back(sessionOf(r));
  return out;
}

bool PgAccountTx::revoke(const Uuid& session, std::string_view reason, std::int64_t nowMs) {
  return !exec(
              "UPDATE sessions SET revoked_at = $2, reason = $3 WHERE session_id = $1 AND revoked_at IS NULL "
              "RETURNING session_id",
              session.str(), nowMs, std::string(reason))
              .empty();
}

std::vector<Uuid> PgAccountTx::revokeAll(const Uuid& subject, const Uuid& except, std::string_view reason,
                                         std::int64_t nowMs) {
  return idsOf(
      exec("UPDATE sessions SET revoked_at = $3, reason = $4 WHERE subject = $1 AND session_id <> $2 AND "
           "revoked_at IS NULL RETURNING session_id",
           subject.str(), except.str(), nowMs, std::string(reason)));
}

std::vector<Uuid> PgAccountTx::revokedSince(std::int64_t sinceMs) {
  return idsOf(exec("SELECT session_id FROM sessions WHERE revoked_at >= $1", sinceMs));
}

std::optional<RefreshTokenRow> PgAccountTx::refreshToken(const Bytes& hash) {
  const auto rows =
      exec("SELECT session_id, issued_at, rotated_at, successor FROM refresh_tokens WHERE token_hash = $1",
           sql::bytes(hash));
  if (rows.empty()) return std::nullopt;
  const auto& r = rows[0];
  return RefreshTokenRow{hash, sql::id(r[0]), sql::number(r[1]), sql::numberOrNull(r[2]), sql::raw(r[3])};
}

void PgAccountTx::addRefreshToken(const RefreshTokenRow& token) {
  exec("INSERT INTO refresh_tokens (token_hash, session_id, issued_at) VALUES ($1, $2, $3)",
       sql::bytes(token.hash), token.session.str(), token.issuedMs);
}

void PgAccountTx::rotate(const Bytes& hash, const Bytes& successor, std::int64_t nowMs) {
  exec("UPDATE refresh_tokens SET rotated_at = $3, successor = $2 WHERE token_hash = $1", sql::bytes(hash),
       sql::bytes(successor), nowMs);
}

}  // namespace foyer::server
