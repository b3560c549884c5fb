// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "crypto/digest.hpp"
#include "pg_tx.hpp"
#include "server/db/audit.hpp"

namespace foyer::server {
namespace {

std::array<std::uint8_t, 8> bigEndian(std::int64_t value) {
  std::array<std::uint8_t, 8> raw{};
  for (std::size_t i = 0; i < 8; ++i)
    raw[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (56 - 8 * i));
  return raw;
}

}  // namespace

Bytes auditHash(const Bytes& before, std::int64_t number, std::int64_t atMs, const AuditEntry& e) {
  crypto::Hasher hasher("foyer-audit", 32);
  hasher.updatePart(before).update(bigEndian(number)).update(bigEndian(atMs));
  for (const std::string* text : {&e.category, &e.severity, &e.action}) hasher.updatePart(asBytes(*text));
  for (const Uuid* id : {&e.actor, &e.device, &e.scope}) hasher.update(id->bytes);
  for (const std::string* text : {&e.subject, &e.peer, &e.requestId, &e.details})
    hasher.updatePart(asBytes(*text));
  const auto hash = hasher.finish256();
  return Bytes(hash.begin(), hash.end());
}

void PgTx::storeAudit() {
  if (m_audit.empty()) return;
  m_link.add(kAuditLock);
  m_link.add("SELECT number, hash FROM audit_events ORDER BY number DESC LIMIT 1");
  const std::vector<PqResult> results = m_link.run();
  const PqResult& last = results.back();
  std::int64_t number = last.rows() == 0 ? 0 : last.integer(0, 0);
  Bytes hash;
  if (last.rows() > 0) hash = Bytes(asBytes(last.cell(0, 1)).begin(), asBytes(last.cell(0, 1)).end());
  for (const AuditEntry& e : m_audit) {
    hash = auditHash(hash, ++number, m_wallMs, e);
    PqParams params;
    params.integer(number).integer(m_wallMs).text(e.category).text(e.severity).text(e.action);
    for (const Uuid* id : {&e.actor, &e.device, &e.scope}) id->isNil() ? params.null() : params.uuid(*id);
    params.text(e.subject).text(e.peer).text(e.requestId).text(e.details).bytes(hash);
    m_link.add(
        "INSERT INTO audit_events (number, at, category, severity, action, actor, device_id, scope_id, "
        "subject, peer, "
        "request_id, details, hash) VALUES ($1::bigint, $2::bigint, $3::text, $4::text, $5::text, $6::uuid, "
        "$7::uuid, "
        "$8::uuid, $9::text, $10::text, $11::text, $12::text, $13::bytea)",
        params);
  }
}

}  // namespace foyer::server
