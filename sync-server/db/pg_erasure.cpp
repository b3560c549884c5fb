// SPDX-License-Identifier: GPL-3.0-or-later
// What an erasure takes besides the records themselves.
#include "blob_references.hpp"
#include "pg_tx.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

constexpr Oid kInt8 = 20, kInt2 = 21, kText = 25, kUuid = 2950;

}  // namespace

void PgTx::storeErased() {
  for (const Uuid& record : m_erased) {
    m_link.add(
        "INSERT INTO erasures (subject, kind, scope_id, asked_at, done_at) VALUES ($1::uuid, 'record', "
        "$2::uuid, "
        "$3::bigint, $3::bigint) ON CONFLICT DO NOTHING",
        PqParams().uuid(record).uuid(m_row.scope).integer(m_wallMs));
  }
  for (const Uuid& record : m_forgottenEdits) {
    m_link.add("DELETE FROM admin_edits WHERE scope_id = $1::uuid AND record_id = $2::uuid",
               PqParams().uuid(m_row.scope).uuid(record));
  }
  for (const Uuid& account : m_forgottenWriters) blankWriter(account);
  if (m_released.empty()) return;
  static const std::string release =
      "DELETE FROM scope_blobs b WHERE b.scope_id = $1::uuid AND encode(b.sha256, 'hex') = ANY($2::text[]) "
      "AND "
      "encode(b.sha256, 'hex') NOT IN (" +
      referredBlobsSql() + ")";
  PqArray hashes(kText);
  for (const std::string& hash : m_released) hashes.text(hash);
  m_link.add(release, PqParams().uuid(m_row.scope).raw(hashes.finish()));
}

void PgTx::blankWriter(const Uuid& account) {
  m_link.add(
      "SELECT collection, record_id, version, what, account_id, changes FROM journal WHERE scope_id = "
      "$1::uuid AND (collection, record_id) IN (SELECT collection, record_id FROM journal WHERE scope_id = "
      "$1::uuid AND account_id = $2::uuid)",
      PqParams().uuid(m_row.scope).uuid(account));
  const PqResult found = std::move(m_link.run().back());
  std::map<std::pair<std::int64_t, Uuid>, std::vector<JournalEntry>> records;
  for (int row = 0; row < found.rows(); ++row) {
    JournalEntry line;
    line.version = found.integer(row, 2);
    line.what = static_cast<JournalEntry::What>(found.integer(row, 3));
    if (!found.null(row, 4)) line.account = found.uuid(row, 4);
    line.changes = found.cell(row, 5);
    records[{found.integer(row, 0), found.uuid(row, 1)}].push_back(std::move(line));
  }
  PqArray collections(kInt2), ids(kUuid), versions(kInt8), changes(kText);
  for (auto& [key, lines] : records) {
    for (const JournalEntry* line : blankValues(lines, account)) {
      collections.smallint(static_cast<std::int16_t>(key.first));
      ids.uuid(key.second);
      versions.integer(line->version);
      changes.text(line->changes);
    }
  }
  PqParams params;
  params.uuid(m_row.scope);
  for (PqArray* column : {&collections, &ids, &versions, &changes}) params.raw(column->finish());
  m_link.add(
      "UPDATE journal j SET changes = u.changes FROM unnest($2::smallint[], $3::uuid[], $4::bigint[], "
      "$5::text[]) AS u (collection, record_id, version, changes) WHERE j.scope_id = $1::uuid AND "
      "j.collection = u.collection AND j.record_id = u.record_id AND j.version = u.version",
      params);
}

}  // namespace foyer::server
