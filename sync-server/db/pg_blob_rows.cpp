// SPDX-License-Identifier: GPL-3.0-or-later
// Stored blobs and the scopes that have them.
#include "blob_references.hpp"
#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "server/db/pg_upload_store.hpp"
#include "server/db/rows.hpp"

namespace foyer::server {
namespace {

/// Held while a blob's bytes get their name and while they are removed: one after the other.
constexpr const char* kBlobLock = "SELECT pg_advisory_xact_lock(hashtextextended('blob ' || $1::text, 0))";

constexpr const char* kUnused =
    "FROM blobs b WHERE b.created_at < $1::bigint AND NOT EXISTS (SELECT 1 FROM scope_blobs s WHERE s.sha256 "
    "= b.sha256)";

}  // namespace

std::string referredBlobsSql() {
  std::string sql;
  for (const schema::Collection& c : schema::collections()) {
    for (const schema::Field& field : c.fields) {
      if (field.type != schema::Type::hash) continue;
      const std::string column = '"' + std::string(field.name) + '"';
      sql += "SELECT " + column + " AS sha FROM \"" + std::string(c.name) +
             "\" WHERE scope_id = $1::uuid AND " + column + " IS NOT NULL UNION ALL ";
    }
  }
  for (const std::string value : {"lost_value", "kept_value"}) {
    sql += "SELECT trim(both '\"' from " + value + ") FROM conflicts WHERE scope_id = $1::uuid AND length(" +
           value + ") = 66" + (value == "lost_value" ? " UNION ALL " : "");
  }
  return sql;
}

void PgUploadStore::finish(const Upload& upload, const std::string& sha256, std::int64_t nowMs,
                           const std::function<void()>& adopt) {
  // Two transactions, since the second one must not leave its scope. A blob that is cleaned away between them
  // is named once more.
  bool kept = false;
  while (!kept) {
    m_pool.transaction("blob add", [&](pqxx::work& tx) {
      tx.exec_params(kBlobLock, sha256);
      adopt();
      tx.exec_params(
          "INSERT INTO blobs (sha256, size, created_at) VALUES (decode($1, 'hex'), $2, $3) ON CONFLICT "
          "(sha256) "
          "DO UPDATE SET created_at = greatest(blobs.created_at, EXCLUDED.created_at)",
          sha256, upload.length, nowMs);
    });
    kept = putIntoScope(upload, sha256, nowMs);
  }
}

bool PgUploadStore::putIntoScope(const Upload& upload, const std::string& sha256, std::int64_t nowMs) {
  return m_pool.transaction("upload finish", [&](pqxx::work& tx) {
    tx.exec_params(kBlobLock, sha256);
    if (tx.exec_params("SELECT 1 FROM blobs WHERE sha256 = decode($1, 'hex')", sha256).empty()) return false;
    const auto closed = tx.exec_params(
        "UPDATE uploads SET sha256 = decode($3, 'hex') WHERE scope_id = $1::uuid AND id = $2::uuid AND "
        "sha256 IS NULL",
        upload.scope.str(), upload.id.str(), sha256);
    if (closed.affected_rows() == 0) return true;
    tx.exec_params(
        "INSERT INTO scope_blobs (scope_id, sha256, size, added_by, added_at) VALUES "
        "($1::uuid, decode($2, 'hex'), $3, $4::uuid, $5) ON CONFLICT (scope_id, sha256) DO UPDATE SET "
        "added_at "
        "= greatest(scope_blobs.added_at, EXCLUDED.added_at)",
        upload.scope.str(), sha256, upload.length, upload.account.str(), nowMs);
    tx.exec_params("INSERT INTO jobs (kind, scope_id, payload, due_at) VALUES ($1, $2::uuid, $3, $4)",
                   kBlobJob, upload.scope.str(),
                   crypto::derivedId(upload.scope, "image_files", {sha256}).str(), nowMs);
    return true;
  });
}

std::vector<std::string> PgUploadStore::unusedBlobs(std::int64_t beforeMs, std::int64_t limit) {
  return m_pool.transaction("unused blobs", [&](pqxx::work& tx) {
    std::vector<std::string> out;
    for (const auto& row : tx.exec_params(std::string("SELECT encode(b.sha256, 'hex') ") + kUnused +
                                              " ORDER BY b.created_at LIMIT $2::bigint",
                                          beforeMs, limit))
      out.push_back(row[0].as<std::string>());
    return out;
  });
}

bool PgUploadStore::dropBlob(const std::string& sha256, std::int64_t beforeMs,
                             const std::function<void()>& remove) {
  return m_pool.transaction("drop blob", [&](pqxx::work& tx) {
    tx.exec_params(kBlobLock, sha256);
    const auto rows = tx.exec_params(std::string("DELETE FROM blobs WHERE sha256 IN (SELECT b.sha256 ") +
                                         kUnused + " AND b.sha256 = decode($2, 'hex')) RETURNING 1",
                                     beforeMs, sha256);
    if (rows.empty()) return false;
    remove();
    return true;
  });
}

std::int64_t PgUploadStore::releaseUnreferred(const Uuid& scope, std::int64_t addedBeforeMs) {
  static const std::string sql =
      "DELETE FROM scope_blobs b WHERE b.scope_id = $1::uuid AND b.added_at < $2::bigint AND "
      "encode(b.sha256, "
      "'hex') NOT IN (" +
      referredBlobsSql() + ")";
  return m_pool.transaction("release blobs", [&](pqxx::work& tx) {
    // The scope's lock: no record can begin to refer to a blob meanwhile.
    tx.exec_params("SELECT 1 FROM scopes WHERE scope_id = $1::uuid FOR UPDATE", scope.str());
    return static_cast<std::int64_t>(tx.exec_params(sql, scope.str(), addedBeforeMs).affected_rows());
  });
}

std::vector<Uuid> PgUploadStore::scopesWithBlobs(std::int64_t addedBeforeMs, const Uuid& after,
                                                 std::int64_t limit) {
  return m_pool.transaction("scopes with blobs", [&](pqxx::work& tx) {
    std::vector<Uuid> out;
    for (const auto& row : tx.exec_params("SELECT DISTINCT scope_id::text FROM scope_blobs WHERE scope_id > "
                                          "$1::uuid AND added_at < $2::bigint "
                                          "ORDER BY 1 LIMIT $3::bigint",
                                          after.str(), addedBeforeMs, limit))
      out.push_back(Uuid::parse(row[0].as<std::string>()).value());
    return out;
  });
}

}  // namespace foyer::server
