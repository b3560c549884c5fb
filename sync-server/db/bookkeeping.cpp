// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/bookkeeping.hpp"

#include <pqxx/pqxx>

#include "schema/collections.hpp"

namespace foyer::server {
namespace {

/// A job that was tried this often and is not done needs a person.
constexpr int kAttempts = 20;

/// One question: its rows are (number, example), none or a zero when all is well.
struct Check {
  const char* sql;      ///< $1 scope
  const char* problem;  ///< what N of them means; the example follows
};

constexpr Check kChecks[] = {
    {"SELECT count(*), min(device_id::text) FROM scope_devices d WHERE scope_id = $1::uuid AND last_seq <> "
     "coalesce((SELECT max(o.last_seq) FROM outcomes o WHERE o.scope_id = d.scope_id AND o.device_id = "
     "d.device_id), 0)",
     "devices have another number of outcomes than changes they sent"},
    {"SELECT count(*), min(device_id::text) FROM scope_devices WHERE scope_id = $1::uuid AND acked > "
     "last_seq",
     "devices acknowledged outcomes that were never given"},
    {"SELECT count(*), min(device_id::text) FROM outcomes WHERE scope_id = $1::uuid AND "
     "octet_length(entries) "
     "<> 25 * (last_seq - first_seq + 1)",
     "batches of outcomes are cut short"},
    {"SELECT count(*), min(device_id::text) FROM (SELECT device_id, first_seq, lag(last_seq) OVER (PARTITION "
     "BY "
     "device_id ORDER BY first_seq) AS before FROM outcomes WHERE scope_id = $1::uuid) o WHERE before IS NOT "
     "NULL AND first_seq <> before + 1",
     "batches of outcomes overlap, or leave numbers out"},
    {"SELECT count(*), min(device_id::text) FROM outcomes o WHERE scope_id = $1::uuid AND NOT EXISTS (SELECT "
     "FROM scope_devices d WHERE d.scope_id = o.scope_id AND d.device_id = o.device_id)",
     "batches of outcomes belong to a device that is not known here"},
    {"SELECT count(*), min(encode(b.sha256, 'hex')) FROM scope_blobs b WHERE scope_id = $1::uuid AND NOT "
     "EXISTS "
     "(SELECT FROM blobs s WHERE s.sha256 = b.sha256)",
     "files are readable here whose bytes are not stored"},
    {"SELECT count(*), min(i.sha256) FROM image_files i WHERE scope_id = $1::uuid AND state = 0 AND "
     "blob_state "
     "IN ('stored', 'verified') AND NOT EXISTS (SELECT FROM scope_blobs b WHERE b.scope_id = i.scope_id AND "
     "b.sha256 = decode(i.sha256, 'hex'))",
     "records call a file safe that is not stored in this scope"},
};

std::string sentence(std::int64_t count, const std::string& problem, const std::string& example) {
  return std::to_string(count) + " " + problem + ", for example " + example + ".";
}

}  // namespace

std::vector<KnownScope> knownScopes(const std::string& connection) {
  pqxx::connection db(connection);
  pqxx::work tx(db);
  std::vector<KnownScope> all;
  for (const auto& row : tx.exec("SELECT scope_id::text, kind FROM scopes ORDER BY scope_id")) {
    KnownScope known{Uuid::parse(row[0].as<std::string>()).value(), {}};
    if (!row[1].is_null()) known.kind = schema::scopeName(static_cast<schema::Scope>(row[1].as<int>()));
    all.push_back(std::move(known));
  }
  return all;
}

std::vector<std::string> examineBookkeeping(const std::string& connection, const Uuid& scope,
                                            std::int64_t nowMs) {
  pqxx::connection db(connection);
  pqxx::work tx(db);
  std::vector<std::string> found;
  for (const Check& check : kChecks) {
    const auto row = tx.exec_params1(check.sql, scope.str());
    const auto count = row[0].as<std::int64_t>();
    if (count > 0) found.push_back(sentence(count, check.problem, row[1].as<std::string>("?")));
  }
  const auto stuck = tx.exec_params1(
      "SELECT count(*), min(kind) FROM jobs WHERE scope_id = $1::uuid AND attempts >= $2 AND due_at >= $3",
      scope.str(), kAttempts, nowMs - 86'400'000);
  if (stuck[0].as<std::int64_t>() > 0)
    found.push_back(sentence(stuck[0].as<std::int64_t>(), "pieces of work fail again and again",
                             stuck[1].as<std::string>()));
  return found;
}

std::vector<std::string> examineOrphans(const std::string& connection) {
  pqxx::connection db(connection);
  pqxx::work tx(db);
  std::vector<std::string> found;
  const auto look = [&](const std::string& table, const std::string& what) {
    const auto row = tx.exec1("SELECT count(*), min(t.scope_id::text) FROM " + tx.quote_name(table) +
                              " t WHERE NOT EXISTS (SELECT FROM scopes s WHERE s.scope_id = t.scope_id)");
    if (row[0].as<std::int64_t>() > 0)
      found.push_back(sentence(row[0].as<std::int64_t>(), what + " belong to a scope that is not there",
                               row[1].as<std::string>()));
  };
  for (const schema::Collection& collection : schema::collections())
    look(std::string(collection.name), "rows of " + std::string(collection.name));
  look("memberships", "memberships");
  look("scope_devices", "devices");
  look("outcomes", "batches of outcomes");
  look("scope_blobs", "files");
  const auto members = tx.exec1(
      "SELECT count(*), min(m.account_id::text) FROM memberships m WHERE NOT EXISTS (SELECT FROM accounts a "
      "WHERE a.account_id = m.account_id) AND m.role <> 'kiosk'");
  if (members[0].as<std::int64_t>() > 0)
    found.push_back(sentence(members[0].as<std::int64_t>(),
                             "memberships belong to an account that is not there",
                             members[1].as<std::string>()));
  return found;
}

}  // namespace foyer::server
