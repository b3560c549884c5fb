// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "pg_links.hpp"
#include "pg_tx.hpp"
#include "record_sql.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

std::string tableOf(const schema::Collection& c) { return '"' + std::string(c.name) + '"'; }

/// Rows `t` that were deleted before $2; a deletion that a device brought late counts from its arrival, which
/// the journal knows. $3 is the collection.
constexpr const char* kRipe =
    "t.state = 1 AND t.updated_at < $2::bigint AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.scope_id = "
    "t.scope_id AND j.collection = $3::smallint AND j.record_id = t.id AND j.what = 2 AND j.received_at >= "
    "$2::bigint)";

std::int16_t number(const schema::Collection& c) { return static_cast<std::int16_t>(c.id); }

}  // namespace

std::vector<Uuid> PgStore::scopesWithTrash(std::int64_t beforeMs, const Uuid& after, std::int64_t limit) {
  Lease link(*m_links, "scopes with trash");
  for (const schema::Collection& c : schema::collections()) {
    link->add("SELECT DISTINCT t.scope_id FROM " + tableOf(c) +
                  " t WHERE t.scope_id > $1::uuid AND t.state = 1 AND t.updated_at < $2::bigint "
                  "ORDER BY t.scope_id LIMIT $3::bigint",
              PqParams().uuid(after).integer(beforeMs).integer(limit));
  }
  std::set<Uuid> found;
  for (const PqResult& result : link->run()) {
    for (int row = 0; row < result.rows(); ++row) found.insert(result.uuid(row, 0));
  }
  std::vector<Uuid> all(found.begin(), found.end());
  if (static_cast<std::int64_t>(all.size()) > limit) all.resize(static_cast<std::size_t>(limit));
  return all;
}

std::vector<RecordKey> PgStore::ripeTrash(const Uuid& scope, std::int64_t beforeMs, std::int64_t untilVersion,
                                          std::int64_t limit) {
  Lease link(*m_links, "ripe trash");
  for (const schema::Collection& c : schema::collections()) {
    link->add(
        "SELECT t.id FROM " + tableOf(c) + " t WHERE t.scope_id = $1::uuid AND " + kRipe +
            " AND t.version <= $4::bigint ORDER BY t.updated_at, t.id LIMIT $5::bigint",
        PqParams().uuid(scope).integer(beforeMs).smallint(number(c)).integer(untilVersion).integer(limit));
  }
  const std::vector<PqResult> results = link->run();
  std::vector<RecordKey> keys;
  std::size_t at = 0;
  for (const schema::Collection& c : schema::collections()) {
    const PqResult& result = results[at++];
    for (int row = 0; row < result.rows(); ++row) keys.push_back({&c, result.uuid(row, 0)});
  }
  if (static_cast<std::int64_t>(keys.size()) > limit) keys.resize(static_cast<std::size_t>(limit));
  return keys;
}

std::vector<RecordKey> PgStore::childrenOf(const Uuid& scope, std::span<const RecordKey> parents,
                                           std::int64_t limit) {
  const auto wanted = byCollection(parents);
  std::vector<const schema::Collection*> asked;
  Lease link(*m_links, "children");
  for (const schema::Collection& c : schema::collections()) {
    if (c.parent.empty() || c.facts) continue;
    const auto at = wanted.find(&schema::collection(c.find(c.parent)->target));
    if (at == wanted.end()) continue;
    asked.push_back(&c);
    link->add("SELECT t.id FROM " + tableOf(c) + " t WHERE t.scope_id = $1::uuid AND t.\"" +
                  std::string(c.parent) + "\" = ANY($2::uuid[]) AND t.state <> 2 LIMIT $3::bigint",
              PqParams().uuid(scope).raw(idArray(at->second)).integer(limit));
  }
  std::vector<RecordKey> keys;
  if (asked.empty()) return keys;
  const std::vector<PqResult> results = link->run();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    for (int row = 0; row < results[i].rows(); ++row) keys.push_back({asked[i], results[i].uuid(row, 0)});
  }
  if (static_cast<std::int64_t>(keys.size()) > limit) keys.resize(static_cast<std::size_t>(limit));
  return keys;
}

void PgStore::noteCursor(const Uuid& scope, const DeviceCursor& device) {
  Lease link(*m_links, "device cursor");
  link->add(
      "INSERT INTO device_cursors (scope_id, device_id, account_id, cursor, seen_at) VALUES ($1::uuid, "
      "$2::uuid, $3::uuid, $4::bigint, $5::bigint) ON CONFLICT (scope_id, device_id) DO UPDATE SET "
      "account_id "
      "= EXCLUDED.account_id, cursor = EXCLUDED.cursor, seen_at = EXCLUDED.seen_at",
      PqParams()
          .uuid(scope)
          .uuid(device.device)
          .uuid(device.account)
          .integer(device.cursor)
          .integer(device.seenMs));
  link->run();
}

std::optional<std::int64_t> PgStore::slowestCursor(const Uuid& scope, std::int64_t seenSinceMs) {
  Lease link(*m_links, "slowest device");
  link->add(
      "SELECT min(coalesce(c.cursor, 0)) FROM (SELECT device_id, account_id, seen_at FROM scope_devices "
      "WHERE "
      "scope_id = $1::uuid UNION ALL SELECT device_id, account_id, seen_at FROM device_cursors WHERE "
      "scope_id "
      "= $1::uuid AND cursor > 0) d JOIN memberships m ON m.scope_id = $1::uuid AND m.account_id = "
      "d.account_id LEFT JOIN "
      "device_cursors c ON c.scope_id = $1::uuid AND c.device_id = d.device_id WHERE d.seen_at >= $2::bigint",
      PqParams().uuid(scope).integer(seenSinceMs));
  const std::vector<PqResult> results = link->run();
  if (results[0].null(0, 0)) return std::nullopt;
  return results[0].integer(0, 0);
}

ScopeChange PgStore::eraseScope(const Uuid& scope) {
  Lease link(*m_links, "erase scope");
  link->add("BEGIN");
  link->add("SELECT foyer_erase_scope($1::uuid)", PqParams().uuid(scope));
  link->add("SELECT head FROM scopes WHERE scope_id = $1::uuid", PqParams().uuid(scope));
  link->add("COMMIT");
  const std::vector<PqResult> results = link->run();
  ScopeChange change;
  change.scope = scope;
  change.head = results[2].integer(0, 0);
  change.members = true;
  return change;
}

std::vector<Uuid> PgTx::fetchConflictsOf(std::span<const Uuid> subjects) {
  m_link.add(
      "SELECT id FROM conflicts WHERE scope_id = $1::uuid AND subject_id = ANY($2::uuid[]) AND state <> 2",
      PqParams().uuid(m_row.scope).raw(idArray(subjects)));
  const std::vector<PqResult> results = m_link.run();
  std::vector<Uuid> ids;
  for (int row = 0; row < results[0].rows(); ++row) ids.push_back(results[0].uuid(row, 0));
  return ids;
}

bool PgTx::fetchErased(const Uuid& record) {
  m_link.add("SELECT 1 FROM erasures WHERE subject = $1::uuid AND scope_id = $2::uuid",
             PqParams().uuid(record).uuid(m_row.scope));
  return m_link.run()[0].rows() > 0;
}

std::int64_t PgTx::fetchRecordCount() {
  m_link.add("SELECT records FROM scope_usage WHERE scope_id = $1::uuid", PqParams().uuid(m_row.scope));
  const std::vector<PqResult> results = m_link.run();
  return results[0].rows() == 0 ? 0 : results[0].integer(0, 0);
}

void PgTx::storeForgotten() {
  if (m_countChange != 0) {
    m_link.add(
        "INSERT INTO scope_usage (scope_id, records) VALUES ($1::uuid, $2::bigint) ON CONFLICT (scope_id) DO "
        "UPDATE "
        "SET records = scope_usage.records + EXCLUDED.records",
        PqParams().uuid(m_row.scope).integer(m_countChange));
  }
  for (const RecordKey& key : m_forgotten) {
    m_link.add(
        "DELETE FROM journal WHERE scope_id = $1::uuid AND collection = $2::smallint AND record_id = "
        "$3::uuid",
        PqParams().uuid(m_row.scope).smallint(number(*key.collection)).uuid(key.id));
  }
}

}  // namespace foyer::server
