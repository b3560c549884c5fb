// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <fstream>
#include <pqxx/pqxx>
#include <sstream>

#include "crypto/digest.hpp"
#include "schema/collections.hpp"
#include "server/backup/backup.hpp"
#include "server/blobs/blob_files.hpp"
#include "server/db/migrate.hpp"
#include "server/db/pg_store.hpp"
#include "server/ledger/ledger.hpp"
#include "server/rules/foyer_rules.hpp"
#include "server/sync/sync_service.hpp"
#include "temp_postgres.hpp"

namespace foyer::test {

inline constexpr std::int64_t kNow = 1'750'000'000'000;

inline std::string readText(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

inline void writeText(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

/// The data of a server: a database with one scope, a blob, keys, a ledger.
struct Place {
  explicit Place(bool migrated)
      : database(migrated ? TempPostgres::shared().clone("foyer", prepare)
                          : TempPostgres::shared().create()) {}
  static void prepare(const std::string& connection) {
    if (const auto done = server::migrate(connection); !done) throw std::runtime_error(done.error().message);
  }

  server::DataPlaces places() const {
    return {database.connection(), path("blobs"), path("keys") / "master.key", path("ledger") / "ledger"};
  }
  std::filesystem::path path(const char* name) const {
    return std::filesystem::path(dir.path().toStdString()) / name;
  }
  server::RestoreTarget target() const { return {places(), path("restoring"), {}, {}, {}}; }

  QTemporaryDir dir;
  TempDatabase database;
};

struct Server : Place {
  Server() : Place(true) {
    writeText(places().masterKey, "a key\n");
    const std::string name = toHex(crypto::sha256(asBytes(blob)));
    auto files = server::BlobFiles::open(places().blobs);
    writeText(files->objectPath(name), blob);
    execute("INSERT INTO blobs (sha256, size, created_at) VALUES (decode('" + name + "', 'hex'), 9, 1)");
    execute("SELECT setval('badge_key_numbers', 41)");
    ledger().append({.number = 0,
                     .atMs = kNow,
                     .kind = server::LedgerKind::member,
                     .scope = scope,
                     .subject = scope,
                     .detail = {}});
    service.createPerson(scope);
  }
  server::Ledger& ledger() {
    if (!m_ledger) m_ledger = std::move(*server::Ledger::open(places().ledger));
    return *m_ledger;
  }
  void execute(const std::string& sql) {
    pqxx::connection connection(database.connection());
    pqxx::work tx(connection);
    tx.exec(sql);
    tx.commit();
  }
  void write(const std::string& name) {
    service.write(scope, {}, [&](server::ScopeWriter& writer) {
      model::Record record(schema::collection("authors"), scope, Uuid::v7(kNow));
      record.at("name") = name;
      writer.put(record);
    });
  }

  const std::string blob = "nine byte";
  const Uuid scope = Uuid::v7(kNow);
  SystemClock clock;
  server::FoyerRules rules;
  server::PgStore store{database.connection()};
  server::SyncService service{store, clock, rules};

 private:
  std::unique_ptr<server::Ledger> m_ledger;
};

inline std::map<std::string, std::int64_t> countsOf(const std::string& connection) {
  pqxx::connection db(connection);
  pqxx::work tx(db);
  std::map<std::string, std::int64_t> counts;
  for (const auto& row : tx.exec("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
    const auto name = row[0].as<std::string>();
    counts[name] = tx.exec1("SELECT count(*) FROM \"" + name + "\"")[0].as<std::int64_t>();
  }
  return counts;
}

}  // namespace foyer::test
