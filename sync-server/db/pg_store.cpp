// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/pg_store.hpp"

#include "pg_links.hpp"
#include "pg_tx.hpp"
#include "record_sql.hpp"
#include "server/db/store_away.hpp"

namespace foyer::server {
namespace {
/// Deadlocks can't happen with one lock per transaction; this is for serialisation failures of a distributed
/// database.
constexpr int kAttempts = 3;
}  // namespace

PgStore::PgStore(std::string connection, Log log, FieldSeal seal)
    : m_links(std::make_unique<Links>(std::move(connection), std::move(log))), m_seal(std::move(seal)) {}
PgStore::~PgStore() = default;

void PgStore::withScope(const Uuid& scope, const Want& want, const std::function<void(ScopeTx&)>& fn) {
  for (int attempt = 1;; ++attempt) {
    bool committing = false;
    try {
      Lease link(*m_links, "scope");
      PgTx tx(*link, scope, want, m_seal);
      fn(tx);
      committing = true;
      return tx.commit();
    } catch (const PqError& error) {
      if (error.connectionLost) m_links->clear();
      const bool again = error.retry() || (error.connectionLost && !committing && attempt == 1);
      if (again && attempt < kAttempts) continue;
      if (error.ofTheStatement()) throw;
      throw StoreAway(error.what());
    }
  }
}

std::vector<ScopeMembership> PgStore::scopesOf(const Uuid& account, const Uuid& device) {
  Lease link(*m_links, "scopes of account");
  static const std::string sql =
      std::string("SELECT ") + kScopeColumns +
      ", m.role, coalesce(d.last_seq, 0), coalesce(u.records, 0) FROM memberships m "
      "JOIN scopes s ON s.scope_id = m.scope_id AND s.kind IS NOT NULL "
      "LEFT JOIN scope_devices d ON d.scope_id = m.scope_id AND d.device_id = $2::uuid "
      "LEFT JOIN scope_usage u ON u.scope_id = m.scope_id "
      "WHERE m.account_id = $1::uuid UNION ALL SELECT " +
      kScopeColumns +
      ", 'reader', 0::bigint, coalesce(u.records, 0) FROM scopes s "
      "LEFT JOIN scope_usage u ON u.scope_id = s.scope_id WHERE s.kind = 32 ORDER BY 1";
  link->add(sql, PqParams().uuid(account).uuid(device));
  const std::vector<PqResult> results = link->run();
  std::vector<ScopeMembership> all;
  all.reserve(static_cast<std::size_t>(results[0].rows()));
  for (int row = 0; row < results[0].rows(); ++row) {
    all.push_back({readScope(results[0], row), std::string(results[0].cell(row, kScopeColumnCount)),
                   static_cast<std::uint64_t>(results[0].integer(row, kScopeColumnCount + 1)),
                   results[0].integer(row, kScopeColumnCount + 2)});
  }
  return all;
}

std::vector<Uuid> PgStore::scopesSeenBy(const Uuid& account) {
  Lease link(*m_links, "scopes seen by account");
  link->add(
      "SELECT scope_id FROM scopes WHERE kind IS NOT NULL AND scope_id IN (SELECT scope_id FROM "
      "scope_devices "
      "WHERE account_id = $1::uuid UNION SELECT scope_id FROM device_cursors WHERE account_id = $1::uuid) "
      "ORDER BY scope_id",
      PqParams().uuid(account));
  const std::vector<PqResult> results = link->run();
  std::vector<Uuid> all;
  all.reserve(static_cast<std::size_t>(results[0].rows()));
  for (int row = 0; row < results[0].rows(); ++row) all.push_back(results[0].uuid(row, 0));
  return all;
}

std::optional<ScopeRow> PgStore::scope(const Uuid& scope) {
  Lease link(*m_links, "scope row");
  link->add(std::string("SELECT ") + kScopeColumns +
                " FROM scopes s WHERE s.scope_id = $1::uuid AND s.kind IS NOT NULL",
            PqParams().uuid(scope));
  const std::vector<PqResult> results = link->run();
  return results[0].rows() == 0 ? std::nullopt : std::optional(readScope(results[0], 0));
}

std::vector<ScopeChange> PgStore::heads(std::span<const Uuid> scopes) {
  Lease link(*m_links, "heads");
  link->add("SELECT scope_id, head, members_version = head FROM scopes WHERE scope_id = ANY($1::uuid[])",
            PqParams().raw(idArray(scopes)));
  const std::vector<PqResult> results = link->run();
  std::vector<ScopeChange> all;
  all.reserve(static_cast<std::size_t>(results[0].rows()));
  for (int row = 0; row < results[0].rows(); ++row) {
    all.push_back({.scope = results[0].uuid(row, 0),
                   .head = results[0].integer(row, 1),
                   .members = results[0].boolean(row, 2),
                   .jobs = false,
                   .rows = {}});
  }
  return all;
}

std::optional<std::string> PgStore::roleOf(const Uuid& scope, const Uuid& account) {
  Lease link(*m_links, "role");
  link->add(kRoleSql, PqParams().uuid(scope).uuid(account));
  const std::vector<PqResult> results = link->run();
  return results[0].rows() == 0 ? std::nullopt : std::optional(std::string(results[0].cell(0, 0)));
}

std::vector<Member> PgStore::members(const Uuid& scope) {
  Lease link(*m_links, "members");
  link->add("SELECT account_id, role FROM memberships WHERE scope_id = $1::uuid ORDER BY account_id",
            PqParams().uuid(scope));
  const std::vector<PqResult> results = link->run();
  std::vector<Member> all;
  all.reserve(static_cast<std::size_t>(results[0].rows()));
  for (int row = 0; row < results[0].rows(); ++row) {
    all.push_back({results[0].uuid(row, 0), std::string(results[0].cell(row, 1))});
  }
  return all;
}

std::set<RecordKey> PgStore::inCatalogue(std::span<const RecordKey> keys) {
  const auto wanted = byCollection(keys);
  if (wanted.empty()) return {};
  Lease link(*m_links, "catalogue");
  for (const auto& [collection, ids] : wanted) {
    link->add(recordSql(*collection).catalogue, PqParams().raw(idArray(ids)));
  }
  const std::vector<PqResult> results = link->run();
  std::set<RecordKey> found;
  std::size_t at = 0;
  for (const auto& [collection, ids] : wanted) {
    const PqResult& result = results[at++];
    for (int row = 0; row < result.rows(); ++row) found.insert({collection, result.uuid(row, 0)});
  }
  return found;
}

std::optional<Job> PgStore::claimJob(std::int64_t nowMs, std::int64_t retryMs) {
  Lease link(*m_links, "claim job");
  link->add(
      "UPDATE jobs SET attempts = attempts + 1, due_at = $2::bigint WHERE id = (SELECT id FROM jobs WHERE "
      "due_at <= $1::bigint OR due_at > $2::bigint ORDER BY due_at, id FOR UPDATE SKIP LOCKED LIMIT 1) "
      "RETURNING id, kind, scope_id, payload, attempts, due_at",
      PqParams().integer(nowMs).integer(retryMs));
  const std::vector<PqResult> results = link->run();
  const PqResult& r = results[0];
  if (r.rows() == 0) return std::nullopt;
  return Job{.id = r.integer(0, 0),
             .kind = std::string(r.cell(0, 1)),
             .scope = r.uuid(0, 2),
             .payload = std::string(r.cell(0, 3)),
             .attempts = static_cast<int>(r.integer(0, 4)),
             .dueMs = r.integer(0, 5)};
}

void PgStore::finishJob(std::int64_t id) {
  Lease link(*m_links, "finish job");
  link->add("DELETE FROM jobs WHERE id = $1::bigint", PqParams().integer(id));
  link->run();
}

}  // namespace foyer::server
