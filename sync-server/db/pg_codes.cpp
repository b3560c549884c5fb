// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_links.hpp"
#include "server/db/pg_store.hpp"

namespace foyer::server {
namespace {

constexpr const char* kFind =
    "SELECT number FROM code_numbers WHERE kind = $1::text AND country = $2::text AND subject = $3::uuid";

/// The sequence's row is the lock: whoever comes second waits for the first and counts on. A known number
/// only raises it.
constexpr const char* kNext =
    "INSERT INTO code_sequences AS s (kind, country, last) VALUES ($1::text, $2::text, CASE WHEN $4::bigint "
    "> 0 "
    "THEN greatest($3::bigint, $4::bigint) ELSE $3::bigint + 1 END) ON CONFLICT (kind, country) DO UPDATE "
    "SET "
    "last = CASE WHEN $4::bigint > 0 THEN greatest(s.last, $3::bigint, $4::bigint) ELSE greatest(s.last, "
    "$3::bigint) + 1 END RETURNING last";

constexpr const char* kStore =
    "INSERT INTO code_numbers (kind, country, number, subject) VALUES ($1::text, $2::text, $3::bigint, "
    "$4::uuid)";

}  // namespace

std::int64_t PgStore::claimCode(const CodeClaim& claim, const std::function<void(std::int64_t)>& promise) {
  Lease link(*m_links, "claim code");
  const auto sequence = [&] { return PqParams().text(claim.kind).text(claim.country); };
  link->add("BEGIN");
  link->add(kNext, sequence().integer(claim.taken).integer(claim.known));
  link->add(kFind, sequence().uuid(claim.subject));
  const std::vector<PqResult> results = link->run();
  if (results[2].rows() > 0) {
    link->add("ROLLBACK");  // the number was not needed
    link->run();
    return results[2].integer(0, 0);
  }
  const std::int64_t number = claim.known > 0 ? claim.known : results[1].integer(0, 0);
  promise(number);
  link->add(kStore, sequence().integer(number).uuid(claim.subject));
  link->add("COMMIT");
  link->run();
  return number;
}

}  // namespace foyer::server
