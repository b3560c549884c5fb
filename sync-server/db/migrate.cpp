// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/migrate.hpp"

#include <map>
#include <pqxx/pqxx>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::server {
namespace {

/// One number for all servers of one database: "foyer" in ASCII.
constexpr std::string_view kLock = "SELECT pg_advisory_lock(439804651634)";

struct Done {
  std::string name;
  std::string checksum;
};

std::string checksumOf(const Migration& m) { return toHex(crypto::sha256(asBytes(m.sql))); }

std::map<int, Done> readDone(pqxx::connection& connection) {
  pqxx::nontransaction tx(connection);
  std::map<int, Done> done;
  if (tx.exec1("SELECT to_regclass('schema_migrations') IS NOT NULL")[0].as<bool>()) {
    for (const auto& row : tx.exec("SELECT number, name, checksum FROM schema_migrations ORDER BY number")) {
      done[row[0].as<int>()] = {row[1].as<std::string>(), row[2].as<std::string>()};
    }
  }
  return done;
}

Result<void> compare(const std::map<int, Done>& done, std::span<const Migration> list) {
  std::map<int, const Migration*> known;
  for (const Migration& m : list) known[m.number] = &m;
  for (const auto& [number, row] : done) {
    const auto it = known.find(number);
    if (it == known.end()) {
      return Error{
          Code::tooNew, {}, "The database has migration " + row.name + ", which this server doesn't know."};
    }
    if (row.checksum != checksumOf(*it->second)) {
      return Error{
          Code::damaged, {}, "Migration " + row.name + " differs from the one this database was made with."};
    }
  }
  return {};
}

void apply(pqxx::connection& connection, const Migration& m) {
  pqxx::work tx(connection);
  tx.exec(std::string(m.sql));
  tx.exec_params("INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)", m.number,
                 std::string(m.name), checksumOf(m));
  tx.commit();
}

}  // namespace

Result<std::vector<std::string>> migrate(const std::string& connection, std::span<const Migration> list) {
  try {
    pqxx::connection db(connection);
    {
      pqxx::nontransaction tx(db);
      tx.exec(std::string(kLock));
    }
    const std::map<int, Done> before = readDone(db);
    if (auto same = compare(before, list); !same) return same.error();
    if (before.empty()) {
      pqxx::work tx(db);
      tx.exec(
          "CREATE TABLE IF NOT EXISTS schema_migrations (number integer PRIMARY KEY, name text NOT NULL, "
          "checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
      tx.commit();
    }
    std::vector<std::string> applied;
    for (const Migration& m : list) {
      if (before.contains(m.number)) continue;
      apply(db, m);
      applied.emplace_back(m.name);
    }
    return applied;
  } catch (const pqxx::broken_connection& e) {
    return Error{Code::unreachable, {}, std::string("The database can't be reached: ") + e.what()};
  } catch (const pqxx::sql_error& e) {
    return Error{Code::internal, {}, std::string("A migration failed: ") + e.what()};
  }
}

Result<void> checkSchema(const std::string& connection, std::span<const Migration> list) {
  try {
    pqxx::connection db(connection);
    const std::map<int, Done> done = readDone(db);
    if (auto same = compare(done, list); !same) return same.error();
    for (const Migration& m : list) {
      if (done.contains(m.number)) continue;
      return Error{
          Code::conflict,
          {},
          "The database lacks migration " + std::string(m.name) + ": run `foyer-server migrate` first."};
    }
    return {};
  } catch (const pqxx::broken_connection& e) {
    return Error{Code::unreachable, {}, std::string("The database can't be reached: ") + e.what()};
  }
}

}  // namespace foyer::server
