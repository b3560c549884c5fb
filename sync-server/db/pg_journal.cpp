// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_links.hpp"
#include "pg_tx.hpp"

namespace foyer::server {
namespace {

constexpr Oid kInt8 = 20, kInt2 = 21, kText = 25, kUuid = 2950;

void idOrNull(PqArray& out, const Uuid& id) {
  if (id.isNil()) out.null();
  if (!id.isNil()) out.uuid(id);
}

Uuid idIn(const PqResult& result, int row, int column) {
  return result.null(row, column) ? Uuid{} : result.uuid(row, column);
}

}  // namespace

void PgTx::storeJournal() {
  if (m_journal.empty()) return;
  PqArray collections(kInt2), records(kUuid), versions(kInt8), what(kInt2), at(kInt8), accounts(kUuid),
      devices(kUuid), changes(kText);
  for (const JournalEntry& line : m_journal) {
    collections.smallint(static_cast<std::int16_t>(line.record.collection->id));
    records.uuid(line.record.id);
    versions.integer(line.version);
    what.smallint(static_cast<std::int16_t>(line.what));
    at.integer(line.atMs);
    idOrNull(accounts, line.account);
    idOrNull(devices, line.device);
    changes.text(line.changes);
  }
  PqParams params;
  params.uuid(m_row.scope).integer(m_wallMs);
  for (PqArray* column : {&collections, &records, &versions, &what, &at, &accounts, &devices, &changes}) {
    params.raw(column->finish());
  }
  m_link.add(
      "INSERT INTO journal (scope_id, received_at, collection, record_id, version, what, at, account_id, "
      "device_id, changes) SELECT $1::uuid, $2::bigint, u.* FROM unnest($3::smallint[], $4::uuid[], "
      "$5::bigint[], $6::smallint[], $7::bigint[], $8::uuid[], $9::uuid[], $10::text[]) AS u "
      "ON CONFLICT DO NOTHING",
      params);
}

std::vector<JournalEntry> PgStore::history(const Uuid& scope, const RecordKey& record, std::int64_t before,
                                           std::int64_t limit) {
  Lease link(*m_links, "history");
  link->add(
      "SELECT version, what, at, received_at, account_id, device_id, changes FROM journal WHERE scope_id = "
      "$1::uuid AND collection = $2::smallint AND record_id = $3::uuid AND version < $4::bigint "
      "ORDER BY version DESC LIMIT $5::bigint",
      PqParams()
          .uuid(scope)
          .smallint(static_cast<std::int16_t>(record.collection->id))
          .uuid(record.id)
          .integer(before)
          .integer(limit));
  const std::vector<PqResult> results = link->run();
  const PqResult& r = results[0];
  std::vector<JournalEntry> lines;
  for (int row = 0; row < r.rows(); ++row) {
    lines.push_back({.record = record,
                     .version = r.integer(row, 0),
                     .what = static_cast<JournalEntry::What>(r.integer(row, 1)),
                     .atMs = r.integer(row, 2),
                     .receivedMs = r.integer(row, 3),
                     .account = idIn(r, row, 4),
                     .device = idIn(r, row, 5),
                     .changes = std::string(r.cell(row, 6))});
  }
  return lines;
}

std::int64_t PgStore::pruneJournal(std::int64_t beforeMs, std::int64_t limit) {
  Lease link(*m_links, "prune journal");
  link->add(
      "WITH gone AS (DELETE FROM journal WHERE ctid = ANY(ARRAY(SELECT ctid FROM journal WHERE received_at < "
      "$1::bigint LIMIT $2::bigint)) RETURNING 1) SELECT count(*) FROM gone",
      PqParams().integer(beforeMs).integer(limit));
  return link->run()[0].integer(0, 0);
}

}  // namespace foyer::server
