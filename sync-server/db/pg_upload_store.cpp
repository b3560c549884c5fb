// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/pg_upload_store.hpp"

namespace foyer::server {
namespace {

constexpr const char* kColumns =
    "SELECT scope_id::text, id::text, account_id::text, length, encode(expected, 'hex'), metadata, "
    "encode(sha256, 'hex'), expires_at FROM uploads ";

Upload readUpload(const pqxx::row& row) {
  Upload out;
  out.scope = Uuid::parse(row[0].as<std::string>()).value();
  out.id = Uuid::parse(row[1].as<std::string>()).value();
  out.account = Uuid::parse(row[2].as<std::string>()).value();
  out.length = row[3].as<std::uint64_t>();
  out.expected = row[4].as<std::string>("");
  out.metadata = row[5].as<std::string>();
  out.sha256 = row[6].as<std::string>("");
  out.expiresMs = row[7].as<std::int64_t>();
  return out;
}

}  // namespace

std::optional<std::string> PgUploadStore::roleIn(const Uuid& scope, const Uuid& account) {
  return m_pool.transaction("upload role", [&](pqxx::work& tx) -> std::optional<std::string> {
    const auto rows = tx.exec_params(
        "SELECT role FROM memberships WHERE scope_id = $1::uuid AND account_id = $2::uuid UNION ALL "
        "SELECT 'reader' FROM scopes WHERE scope_id = $1::uuid AND kind = 32 LIMIT 1",
        scope.str(), account.str());
    if (rows.empty()) return std::nullopt;
    return rows[0][0].as<std::string>();
  });
}

Result<void> PgUploadStore::add(const Upload& upload, std::int64_t maxOpen, std::uint64_t maxScopeBytes) {
  return m_pool.transaction("upload add", [&](pqxx::work& tx) -> Result<void> {
    const auto open = tx.exec_params1(
        "SELECT count(*) FROM uploads WHERE account_id = $1::uuid AND sha256 IS NULL", upload.account.str());
    if (open[0].as<std::int64_t>() >= maxOpen)
      return {Code::rateLimited, "too many unfinished uploads; finish or end some first"};
    if (maxScopeBytes > 0) {
      // Two uploads that begin at once are counted one after the other.
      tx.exec_params("SELECT 1 FROM scopes WHERE scope_id = $1::uuid FOR UPDATE", upload.scope.str());
      const auto used = tx.exec_params1(
          "SELECT coalesce((SELECT sum(size) FROM scope_blobs WHERE scope_id = $1::uuid), 0) + "
          "coalesce((SELECT "
          "sum(length) FROM uploads WHERE scope_id = $1::uuid AND sha256 IS NULL), 0)",
          upload.scope.str());
      if (used[0].as<std::uint64_t>() + upload.length > maxScopeBytes) {
        return Error{Code::quotaExceeded, "Upload-Length",
                     "there is no room for this file: at most " + std::to_string(maxScopeBytes) +
                         " bytes of files fit here"};
      }
    }
    tx.exec_params(
        "INSERT INTO uploads (scope_id, id, account_id, length, expected, metadata, expires_at) VALUES "
        "($1::uuid, $2::uuid, $3::uuid, $4, decode(nullif($5::text, ''), 'hex'), $6, $7)",
        upload.scope.str(), upload.id.str(), upload.account.str(), upload.length, upload.expected,
        std::string(noNul(upload.metadata)), upload.expiresMs);
    return {};
  });
}

std::optional<Upload> PgUploadStore::find(const Uuid& scope, const Uuid& id) {
  return m_pool.transaction("upload find", [&](pqxx::work& tx) -> std::optional<Upload> {
    const auto rows = tx.exec_params(std::string(kColumns) + "WHERE scope_id = $1::uuid AND id = $2::uuid",
                                     scope.str(), id.str());
    if (rows.empty()) return std::nullopt;
    return readUpload(rows[0]);
  });
}

void PgUploadStore::touch(const Uuid& scope, const Uuid& id, std::int64_t expiresMs) {
  m_pool.transaction("upload touch", [&](pqxx::work& tx) {
    tx.exec_params("UPDATE uploads SET expires_at = $3 WHERE scope_id = $1::uuid AND id = $2::uuid",
                   scope.str(), id.str(), expiresMs);
  });
}

void PgUploadStore::remove(const Uuid& scope, const Uuid& id) {
  m_pool.transaction("upload remove", [&](pqxx::work& tx) {
    tx.exec_params("DELETE FROM uploads WHERE scope_id = $1::uuid AND id = $2::uuid", scope.str(), id.str());
  });
}

std::vector<Upload> PgUploadStore::expired(std::int64_t nowMs, std::int64_t limit) {
  return m_pool.transaction("upload expired", [&](pqxx::work& tx) {
    std::vector<Upload> out;
    for (const auto& row : tx.exec_params(
             std::string(kColumns) + "WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2", nowMs, limit))
      out.push_back(readUpload(row));
    return out;
  });
}

std::optional<std::uint64_t> PgUploadStore::sizeIn(const Uuid& scope, const std::string& sha256) {
  return m_pool.transaction("blob find", [&](pqxx::work& tx) -> std::optional<std::uint64_t> {
    const auto rows = tx.exec_params(
        "SELECT size FROM scope_blobs WHERE scope_id = $1::uuid AND sha256 = decode($2, 'hex')", scope.str(),
        sha256);
    if (rows.empty()) return std::nullopt;
    return rows[0][0].as<std::uint64_t>();
  });
}

}  // namespace foyer::server
