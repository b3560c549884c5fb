// SPDX-License-Identifier: GPL-3.0-or-later
#include "account_tx.hpp"
#include "server/db/pool.hpp"
#include "sql.hpp"

namespace foyer::server {
namespace {

constexpr const char* kAccount =
    "SELECT account_id, email, username, password_hash, display_name, roles, disabled, created_at FROM "
    "accounts ";

std::optional<AccountRow> accountOf(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  const auto& r = rows[0];
  return AccountRow{sql::id(r[0]),   sql::text(r[1]), sql::text(r[2]), sql::text(r[3]),
                    sql::text(r[4]), sql::text(r[5]), sql::yes(r[6]),  sql::number(r[7])};
}

}  // namespace

void AccountStore::transaction(std::string_view name, const std::function<void(AccountTx&)>& fn) {
  m_pool.transaction(name, [&](pqxx::work& work) {
    PgAccountTx tx(work);
    fn(tx);
  });
}

std::optional<AccountRow> PgAccountTx::account(const Uuid& id) {
  return accountOf(exec((std::string(kAccount) + "WHERE account_id = $1").c_str(), id.str()));
}

std::optional<AccountRow> PgAccountTx::accountByEmail(std::string_view foldedEmail) {
  return accountOf(
      exec((std::string(kAccount) + "WHERE email = $1").c_str(), std::string(noNul(foldedEmail))));
}

std::optional<AccountRow> PgAccountTx::accountByCode(std::string_view code) {
  return accountOf(exec(
      (std::string(kAccount) + "WHERE account_id = (SELECT account_id FROM account_codes WHERE code = $1)")
          .c_str(),
      std::string(noNul(code))));
}

bool PgAccountTx::addAccount(const AccountRow& a, std::int64_t nowMs) {
  const auto rows = exec(
      "INSERT INTO accounts (account_id, email, password_hash, display_name, roles, created_at, updated_at) "
      "SELECT $1::uuid, $2, $3, $4, $5, $6::bigint, $6::bigint WHERE NOT EXISTS "
      "(SELECT 1 FROM erasures WHERE subject = $1::uuid) ON CONFLICT DO NOTHING RETURNING account_id",
      a.id.str(), std::string(noNul(a.email)), a.passwordHash, std::string(noNul(a.displayName)), a.roles,
      nowMs);
  return !rows.empty();
}

void PgAccountTx::setPassword(const Uuid& account, std::string_view hash, std::int64_t nowMs) {
  exec("UPDATE accounts SET password_hash = $2, updated_at = $3 WHERE account_id = $1", account.str(),
       std::string(hash), nowMs);
}

void PgAccountTx::setRoles(const Uuid& account, std::string_view roles, std::int64_t nowMs) {
  exec("UPDATE accounts SET roles = $2, updated_at = $3 WHERE account_id = $1", account.str(),
       std::string(roles), nowMs);
}

void PgAccountTx::addCode(const Uuid& account, std::string_view code) {
  exec("INSERT INTO account_codes (code, account_id) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING",
       std::string(noNul(code)), account.str());
}

std::optional<DeviceIdentityRow> PgAccountTx::device(const Uuid& device) {
  const auto rows =
      exec("SELECT device_id, subject, name, public_key FROM devices WHERE device_id = $1 FOR UPDATE",
           device.str());
  if (rows.empty()) return std::nullopt;
  return DeviceIdentityRow{sql::id(rows[0][0]), sql::id(rows[0][1]), sql::text(rows[0][2]),
                           sql::raw(rows[0][3])};
}

void PgAccountTx::putDevice(const DeviceIdentityRow& d, std::int64_t nowMs) {
  exec(
      "INSERT INTO devices (device_id, subject, name, public_key, created_at, seen_at) VALUES ($1, $2, $3, "
      "$4, $5, $5) "
      "ON CONFLICT (device_id) DO UPDATE SET subject = $2, name = $3, public_key = $4, seen_at = $5",
      d.device.str(), d.subject.str(), std::string(noNul(d.name)), sql::bytesOrNull(d.publicKey), nowMs);
}

CounterRow PgAccountTx::counter(std::string_view subject) {
  const std::string key(noNul(subject));
  exec("INSERT INTO sign_in_counters VALUES ($1, 0, 0, 0, 0) ON CONFLICT DO NOTHING", key);
  const auto rows = exec(
      "SELECT failures, locks, not_before, last_failure FROM sign_in_counters WHERE subject = $1 FOR UPDATE",
      key);
  const auto& r = rows.at(0);
  return {key, r[0].as<int>(), r[1].as<int>(), sql::number(r[2]), sql::number(r[3])};
}

void PgAccountTx::putCounter(const CounterRow& c) {
  exec(
      "UPDATE sign_in_counters SET failures = $2, locks = $3, not_before = $4, last_failure = $5 WHERE "
      "subject = $1",
      c.subject, c.failures, c.locks, c.notBeforeMs, c.lastFailureMs);
}

}  // namespace foyer::server
