// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_tx.hpp"

#include "outcome_batch.hpp"
#include "record_sql.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

std::optional<DeviceRow> readDevice(const PqResult& result) {
  if (result.rows() == 0) return std::nullopt;
  DeviceRow row;
  row.device = result.uuid(0, 0);
  row.account = result.uuid(0, 1);
  row.lastSeq = static_cast<std::uint64_t>(result.integer(0, 2));
  row.acked = static_cast<std::uint64_t>(result.integer(0, 3));
  row.lastStamp = {static_cast<std::uint64_t>(result.integer(0, 4))};
  row.seenMs = result.integer(0, 5);
  return row;
}

std::optional<std::string> readRole(const PqResult& result) {
  if (result.rows() == 0) return std::nullopt;
  return std::string(result.cell(0, 0));
}

}  // namespace

PgTx::PgTx(PqLink& link, const Uuid& scope, const Want& want, const FieldSeal& seal)
    : m_link(link), m_seal(seal) {
  m_row.scope = scope;
  const Wanted records = byCollection(want.records);
  if (begin(want, records)) return;
  // Nobody can lock a row that is not there: make it, or wait for who is making it, and read all again.
  m_link.add("INSERT INTO scopes (scope_id) VALUES ($1::uuid) ON CONFLICT DO NOTHING",
             PqParams().uuid(scope));
  m_link.run();
  begin(want, records);
}

bool PgTx::begin(const Want& want, const Wanted& records) {
  if (m_records.empty() && m_rowBefore.scope.isNil()) m_link.add("BEGIN");
  m_link.add(std::string("SELECT ") + kScopeColumns + " FROM scopes s WHERE s.scope_id = $1::uuid FOR UPDATE",
             PqParams().uuid(m_row.scope));
  if (want.account) m_link.add(kRoleSql, PqParams().uuid(m_row.scope).uuid(*want.account));
  if (want.device) addDevice(*want.device);
  addLoads(records);
  const std::vector<PqResult> results = m_link.run();
  std::span<const PqResult> left(results);
  if (m_rowBefore.scope.isNil()) left = left.subspan(1);  // BEGIN
  m_rowBefore.scope = m_row.scope;
  if (left.front().rows() == 0) return false;
  m_row = m_rowBefore = readScope(left.front(), 0);
  left = left.subspan(1);
  if (want.account) {
    m_roles[*want.account] = readRole(left.front());
    left = left.subspan(1);
  }
  if (want.device) {
    DeviceRow row;
    row.device = *want.device;
    if (const auto found = readDevice(left[0])) m_devicesBefore[*want.device] = row = *found;
    m_devices[*want.device] = row;
    m_pushed[*want.device] = {want.firstSeq, want.lastSeq};
    left = left.subspan(1);
  }
  takeLoads(records, left);
  return true;
}

void PgTx::addLoads(const Wanted& records) {
  for (const auto& [collection, ids] : records) {
    m_link.add(recordSql(*collection).load, PqParams().uuid(m_row.scope).raw(idArray(ids)));
  }
}

void PgTx::takeLoads(const Wanted& records, std::span<const PqResult> results) {
  std::size_t at = 0;
  for (const auto& [collection, ids] : records) {
    for (const Uuid& id : ids) m_records.try_emplace(RecordKey{collection, id});
    const PqResult& result = results[at++];
    for (int row = 0; row < result.rows(); ++row) {
      LoadedRecord one = readServerRecord(result, row, *collection, m_row.scope, m_seal);
      loaded(std::move(one.record), one.hash);
    }
  }
}

void PgTx::fetch(std::span<const RecordKey> keys) {
  const Wanted records = byCollection(keys);
  addLoads(records);
  takeLoads(records, m_link.run());
}

void PgTx::fetchOpenConflicts(std::span<const Uuid> subjects) {
  const schema::Collection& conflicts = schema::collection("conflicts");
  static const std::string sql =
      loadSql(conflicts, "subject_id") + " WHERE t.state = 0 AND t.resolution IS NULL";
  m_link.add(sql, PqParams().uuid(m_row.scope).raw(idArray(subjects)));
  takeLoads({{&conflicts, {}}}, m_link.run());
}

std::optional<std::string> PgTx::fetchRole(const Uuid& account) {
  m_link.add(kRoleSql, PqParams().uuid(m_row.scope).uuid(account));
  return readRole(m_link.run()[0]);
}

std::vector<Member> PgTx::fetchMembers() {
  m_link.add("SELECT account_id, role FROM memberships WHERE scope_id = $1::uuid ORDER BY account_id",
             PqParams().uuid(m_row.scope));
  const std::vector<PqResult> results = m_link.run();
  std::vector<Member> all;
  all.reserve(static_cast<std::size_t>(results[0].rows()));
  for (int row = 0; row < results[0].rows(); ++row) {
    all.push_back({results[0].uuid(row, 0), std::string(results[0].cell(row, 1))});
  }
  return all;
}

void PgTx::addDevice(const Uuid& device) {
  m_link.add(
      "SELECT device_id, account_id, last_seq, acked, last_stamp, seen_at FROM scope_devices "
      "WHERE scope_id = $1::uuid AND device_id = $2::uuid",
      PqParams().uuid(m_row.scope).uuid(device));
}

std::optional<DeviceRow> PgTx::fetchDevice(const Uuid& device) {
  addDevice(device);
  return readDevice(m_link.run()[0]);
}

void PgTx::addOutcomeRange(const Uuid& device, std::uint64_t first, std::uint64_t last) {
  m_link.add(
      "SELECT first_seq, entries, reasons FROM outcomes WHERE scope_id = $1::uuid AND device_id = $2::uuid "
      "AND last_seq >= $3::bigint AND first_seq <= $4::bigint",
      PqParams()
          .uuid(m_row.scope)
          .uuid(device)
          .integer(static_cast<std::int64_t>(first))
          .integer(static_cast<std::int64_t>(last)));
}

void PgTx::takeOutcomes(const Uuid& device, const PqResult& result) {
  for (int row = 0; row < result.rows(); ++row) {
    const std::uint64_t first = static_cast<std::uint64_t>(result.integer(row, 0));
    const std::string_view reasons = result.null(row, 2) ? std::string_view{} : result.cell(row, 2);
    std::uint64_t seq = first;
    for (StoredOutcome& outcome : decodeOutcomes(first, result.cell(row, 1), reasons)) {
      m_knownOutcomes[{device, seq++}] = std::move(outcome);
    }
  }
}

std::optional<StoredOutcome> PgTx::fetchOutcome(const Uuid& device, std::uint64_t seq) {
  if (const auto known = m_knownOutcomes.find({device, seq}); known != m_knownOutcomes.end())
    return known->second;
  // A push that comes again comes as a whole: the outcomes of all its numbers are read at once.
  const auto push = m_pushed.extract(device);
  const bool whole = push && seq >= push.mapped().first && seq <= push.mapped().second;
  addOutcomeRange(device, whole ? push.mapped().first : seq, whole ? push.mapped().second : seq);
  takeOutcomes(device, m_link.run()[0]);
  const auto it = m_knownOutcomes.find({device, seq});
  return it == m_knownOutcomes.end() ? std::nullopt : std::optional(it->second);
}

std::int64_t PgTx::fetchProjectedFrom(const Uuid& source) {
  m_link.add("SELECT version FROM projections WHERE scope_id = $1::uuid AND source = $2::uuid",
             PqParams().uuid(m_row.scope).uuid(source));
  const std::vector<PqResult> results = m_link.run();
  return results[0].rows() == 0 ? 0 : results[0].integer(0, 0);
}

}  // namespace foyer::server
