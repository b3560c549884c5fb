// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "outcome_batch.hpp"
#include "pg_tx.hpp"
#include "record_sql.hpp"

namespace foyer::server {

void PgTx::commit() {
  if (!prepareCommit()) {
    m_link.add("ROLLBACK");
    m_link.run();
    return;
  }
  storeScope();
  storeChain();
  storeMembers();
  storeDevices();
  storeOutcomes();
  storeRecords();
  storeForgotten();
  storeErased();
  storeJournal();
  storeJobs();
  storeAdminEdits();
  storeAudit();
  m_link.add("COMMIT");
  m_link.run();
}

void PgTx::storeScope() {
  if (m_row == m_rowBefore) return;
  PqParams params;
  params.uuid(m_row.scope);
  if (m_row.kind) params.smallint(static_cast<std::int16_t>(*m_row.kind));
  if (!m_row.kind) params.null();
  params.integer(m_row.epoch).integer(m_row.epochBase).integer(m_row.head);
  params.integer(static_cast<std::int64_t>(m_row.clock.value)).bytes(m_row.digest.bytes());
  params.integer(m_row.membersVersion).text(writeHeads(m_row.heads));
  params.integer(m_row.epochFirst).bytes(m_row.chain.bytes()).text(writeLevelDigests(m_row.olderDigests));
  m_link.add(
      "UPDATE scopes SET kind = $2::smallint, epoch = $3::bigint, epoch_base = $4::bigint, head = "
      "$5::bigint, "
      "clock = $6::bigint, digest = $7::bytea, members_version = $8::bigint, heads = $9::text, "
      "epoch_first = $10::bigint, chain = $11::bytea, level_digests = $12::text "
      "WHERE scope_id = $1::uuid",
      params);
}

void PgTx::storeMembers() {
  for (const auto& [account, role] : m_members) {
    if (!role) {
      m_link.add("DELETE FROM memberships WHERE scope_id = $1::uuid AND account_id = $2::uuid",
                 PqParams().uuid(m_row.scope).uuid(account));
      continue;
    }
    m_link.add(
        "INSERT INTO memberships (scope_id, account_id, role) VALUES ($1::uuid, $2::uuid, $3::text) "
        "ON CONFLICT (scope_id, account_id) DO UPDATE SET role = EXCLUDED.role",
        PqParams().uuid(m_row.scope).uuid(account).text(*role));
  }
}

void PgTx::storeDevices() {
  for (const auto& [id, device] : m_devices) {
    const auto before = m_devicesBefore.find(id);
    if (before == m_devicesBefore.end() ? device.lastSeq == 0 : before->second == device) continue;
    PqParams params;
    params.uuid(m_row.scope).uuid(id).uuid(device.account);
    params.integer(static_cast<std::int64_t>(device.lastSeq))
        .integer(static_cast<std::int64_t>(device.acked));
    params.integer(static_cast<std::int64_t>(device.lastStamp.value)).integer(device.seenMs);
    m_link.add(
        "INSERT INTO scope_devices (scope_id, device_id, account_id, last_seq, acked, last_stamp, seen_at) "
        "VALUES ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::bigint, $6::bigint, $7::bigint) "
        "ON CONFLICT (scope_id, device_id) DO UPDATE SET account_id = EXCLUDED.account_id, "
        "last_seq = EXCLUDED.last_seq, acked = EXCLUDED.acked, last_stamp = EXCLUDED.last_stamp, "
        "seen_at = EXCLUDED.seen_at",
        params);
  }
}

void PgTx::storeOutcomes() {
  for (const OutcomeBatch& batch : m_outcomes) {
    PqParams params;
    const auto last = static_cast<std::int64_t>(batch.firstSeq + batch.outcomes.size() - 1);
    params.uuid(m_row.scope)
        .uuid(batch.device)
        .integer(static_cast<std::int64_t>(batch.firstSeq))
        .integer(last);
    params.bytes(asBytes(encodeOutcomes(batch.outcomes)));
    const std::optional<std::string> reasons = encodeReasons(batch.outcomes);
    if (reasons) params.text(*reasons);
    if (!reasons) params.null();
    m_link.add(
        "INSERT INTO outcomes (scope_id, device_id, first_seq, last_seq, entries, reasons) "
        "VALUES ($1::uuid, $2::uuid, $3::bigint, $4::bigint, $5::bytea, $6::text)",
        params);
  }
  for (const auto& [device, ack] : m_prune) {
    const auto before = m_devicesBefore.find(device);
    const std::uint64_t pruned = before == m_devicesBefore.end() ? 0 : before->second.acked;
    m_link.add(
        "UPDATE outcomes SET reasons = NULL WHERE scope_id = $1::uuid AND device_id = $2::uuid "
        "AND last_seq > $3::bigint AND last_seq <= $4::bigint AND reasons IS NOT NULL",
        PqParams()
            .uuid(m_row.scope)
            .uuid(device)
            .integer(static_cast<std::int64_t>(pruned))
            .integer(static_cast<std::int64_t>(ack)));
  }
}

void PgTx::storeRecords() {
  auto it = m_records.begin();
  while (it != m_records.end()) {
    const schema::Collection& collection = *it->first.collection;
    const auto first = it;
    it = std::find_if(first, m_records.end(),
                      [&](const auto& entry) { return entry.first.collection != &collection; });
    storeRecords(collection, first, it);
  }
}

/// Of rows that are there, the fields that any of them changes.
void PgTx::storeRecords(const schema::Collection& collection, Records::const_iterator first,
                        Records::const_iterator last) {
  FieldMask changed(collection.fields.size());
  for (auto it = first; it != last; ++it) {
    const Entry& entry = it->second;
    if (!entry.dirty || !entry.existed) continue;
    for (std::size_t i = 0; i < changed.size(); ++i) {
      changed[i] = changed[i] || entry.before->fields[i] != entry.record->row.fields[i];
    }
  }
  RecordArrays inserts(collection, m_seal);
  RecordArrays updates(collection, m_seal, changed);
  for (auto it = first; it != last; ++it) {
    const Entry& entry = it->second;
    if (entry.dirty) (entry.existed ? updates : inserts).add(*entry.record, entry.hash);
  }
  if (!updates.empty()) m_link.add(updateSql(collection, changed), updates.params(m_row.scope));
  if (!inserts.empty()) m_link.add(recordSql(collection).insert, inserts.params(m_row.scope));
}

void PgTx::storeJobs() {
  for (const Job& job : m_jobs) {
    m_link.add(
        "INSERT INTO jobs (kind, scope_id, payload, due_at) VALUES ($1::text, $2::uuid, $3::text, "
        "$4::bigint)",
        PqParams().text(job.kind).uuid(job.scope).text(job.payload).integer(job.dueMs));
  }
  for (const auto& [source, version] : m_projected) {
    m_link.add(
        "INSERT INTO projections (scope_id, source, version) VALUES ($1::uuid, $2::uuid, $3::bigint) "
        "ON CONFLICT (scope_id, source) DO UPDATE SET version = EXCLUDED.version",
        PqParams().uuid(m_row.scope).uuid(source).integer(version));
  }
}

}  // namespace foyer::server
