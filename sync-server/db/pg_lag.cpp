// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_links.hpp"
#include "server/db/pg_store.hpp"

namespace foyer::server {
namespace {

constexpr Oid kInt8 = 20, kUuid = 2950;

}  // namespace

void PgStore::noteSent(std::span<const DeviceSent> sent, std::int64_t nowMs) {
  if (sent.empty()) return;
  PqArray scopes(kUuid), devices(kUuid), accounts(kUuid), versions(kInt8);
  for (const DeviceSent& one : sent) {
    scopes.uuid(one.scope);
    devices.uuid(one.device);
    accounts.uuid(one.account);
    versions.integer(one.version);
  }
  PqParams params;
  for (PqArray* column : {&scopes, &devices, &accounts, &versions}) params.raw(column->finish());
  params.integer(nowMs);
  Lease link(*m_links, "devices were sent");
  link->add(
      "INSERT INTO device_cursors (scope_id, device_id, account_id, sent, cursor, seen_at) SELECT u.*, 0, "
      "$5::bigint FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[]) AS u (scope_id, device_id, "
      "account_id, sent) WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.scope_id = u.scope_id AND "
      "m.account_id = u.account_id) ON CONFLICT (scope_id, device_id) DO UPDATE SET account_id = "
      "EXCLUDED.account_id, sent = EXCLUDED.sent, seen_at = greatest(device_cursors.seen_at, "
      "EXCLUDED.seen_at)",
      params);
  link->run();
}

Backlog PgStore::backlog(std::int64_t seenSinceMs, std::int64_t limit) {
  Lease link(*m_links, "backlog");
  link->add(
      "SELECT c.scope_id, c.device_id, s.head - greatest(c.cursor, c.sent) AS lag FROM device_cursors c JOIN "
      "scopes s ON s.scope_id = c.scope_id JOIN memberships m ON m.scope_id = c.scope_id AND m.account_id = "
      "c.account_id WHERE c.seen_at >= $1::bigint AND s.head > greatest(c.cursor, c.sent) ORDER BY lag DESC "
      "LIMIT $2::bigint",
      PqParams().integer(seenSinceMs).integer(limit));
  link->add("SELECT count(*) FROM conflicts WHERE state = 0 AND resolution IS NULL");
  const std::vector<PqResult> results = link->run();
  Backlog out;
  for (int row = 0; row < results[0].rows(); ++row) {
    out.lags.push_back({results[0].uuid(row, 0), results[0].uuid(row, 1), results[0].integer(row, 2)});
  }
  out.openConflicts = results[1].integer(0, 0);
  return out;
}

}  // namespace foyer::server
