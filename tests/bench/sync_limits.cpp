// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_limits.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "figure.hpp"
#include "schema/collections.hpp"
#include "server/cluster/private_cluster.hpp"
#include "store/store.hpp"

namespace foyer::bench {
namespace {

constexpr int kNotifies = 200;
constexpr int kBatchRows = 5'000;
constexpr int kBatches = 5;
constexpr int kCommits = 3'000;

using Pg = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Sqlite = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Insert = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Pg connectTo(const std::string& connection) {
  Pg pg(PQconnectdb(connection.c_str()), &PQfinish);
  if (PQstatus(pg.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(pg.get()));
  return pg;
}

void run(PGconn* pg, const std::string& sql, ExecStatusType wanted = PGRES_COMMAND_OK) {
  PGresult* result = PQexec(pg, sql.c_str());
  const bool good = PQresultStatus(result) == wanted || PQresultStatus(result) == PGRES_TUPLES_OK;
  PQclear(result);
  if (!good) throw std::runtime_error(sql + ": " + PQerrorMessage(pg));
}

/// The tables of a device, by its own hand, then used without it.
Sqlite deviceTables(const std::filesystem::path& file) {
  for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + part);
  const SystemClock clock;
  if (auto opened = store::Store::open({file, Uuid::v7(3), &clock, true}); !opened)
    throw std::runtime_error(opened.error().message);
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000", nullptr,
               nullptr, nullptr);
  return {db, &sqlite3_close};
}

Insert prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db));
  return {statement, &sqlite3_finalize};
}

std::uint64_t bigEndian(const char* at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = (value << 8) | static_cast<std::uint8_t>(at[i]);
  return value;
}

/// Columns of a row in both databases, and whether each is a whole number, text, or bytes.
struct Columns {
  std::string names = "scope_id, id, version, state, created_at, updated_at";
  std::string holes = "?, ?, ?, ?, ?, ?";
  std::string kinds = "bbiiii";
};

Columns columnsOf(const schema::Collection& collection) {
  Columns out;
  const auto add = [&out](std::string_view name, char kind) {
    out.names += ", \"" + std::string(name) + '"';
    out.holes += ", ?";
    out.kinds += kind;
  };
  for (const schema::Field& field : collection.fields) {
    switch (field.type) {
      case schema::Type::integer:
      case schema::Type::boolean:
      case schema::Type::time:
        add(field.name, 'i');
        break;
      case schema::Type::ref:
      case schema::Type::id:
      case schema::Type::bytes:
        add(field.name, 'b');
        break;
      default:
        add(field.name, 't');
    }
  }
  add("hash", 'b');
  return out;
}

void bindRow(sqlite3_stmt* insert, const char* at, const std::string& kinds) {
  const auto fields = static_cast<int>(bigEndian(at, 2));
  at += 2;
  for (int i = 0; i < fields; ++i) {
    const auto size = static_cast<std::int32_t>(bigEndian(at, 4));
    at += 4;
    const char kind = kinds[static_cast<std::size_t>(i)];
    if (size < 0) {
      sqlite3_bind_null(insert, i + 1);
      continue;
    }
    if (kind == 'i') {
      sqlite3_bind_int64(insert, i + 1,
                         static_cast<std::int64_t>(bigEndian(at, static_cast<std::size_t>(size))));
    } else if (kind == 't') {
      sqlite3_bind_text(insert, i + 1, at, size, nullptr);
    } else {
      sqlite3_bind_blob(insert, i + 1, at, size, nullptr);
    }
    at += size;
  }
}

double copyOnce(PGconn* pg, const std::filesystem::path& file, const Uuid& scope) {
  const Columns columns = columnsOf(schema::collection("photos"));
  const Sqlite db = deviceTables(file);
  const Insert insert =
      prepare(db.get(), "INSERT INTO photos (" + columns.names + ") VALUES (" + columns.holes + ")");
  constexpr int kSignature = 19;
  int rows = 0;
  const auto start = Time::now();
  run(pg,
      "COPY (SELECT " + columns.names + " FROM photos WHERE scope_id = '" + scope.str() +
          "') TO STDOUT (FORMAT binary)",
      PGRES_COPY_OUT);
  sqlite3_exec(db.get(), "BEGIN", nullptr, nullptr, nullptr);
  char* data = nullptr;
  for (bool first = true; PQgetCopyData(pg, &data, 0) > 0; first = false) {
    const char* row = first ? data + kSignature : data;
    if (bigEndian(row, 2) != 0xffff) {
      bindRow(insert.get(), row, columns.kinds);
      if (sqlite3_step(insert.get()) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db.get()));
      sqlite3_reset(insert.get());
      ++rows;
    }
    PQfreemem(data);
  }
  sqlite3_exec(db.get(), "COMMIT", nullptr, nullptr, nullptr);
  const double took = msSince(start) / 1000;
  PQclear(PQgetResult(pg));
  PQclear(PQgetResult(pg));
  if (rows == 0) throw std::runtime_error("nothing was copied");
  return rows / took;
}

}  // namespace

SyncLimits::SyncLimits(const std::filesystem::path& serverDir, std::filesystem::path scratch)
    : m_scratch(std::move(scratch)) {
  std::filesystem::create_directories(m_scratch);
  server::ClusterOptions options;
  options.dir = serverDir / "postgres";
  options.attach = true;
  auto cluster = server::PrivateCluster::start(options);
  if (!cluster) throw std::runtime_error(cluster.error().message);
  m_connection = (*cluster)->connectionString();
}

double SyncLimits::copyIntoSqlite(const Uuid& scope, int runs) const {
  const Pg pg = connectTo(m_connection);
  std::vector<double> rates;
  for (int i = 0; i < runs; ++i) rates.push_back(copyOnce(pg.get(), m_scratch / "copy.sqlite", scope));
  return percentile(rates, 0.5);
}

double SyncLimits::batch(const Uuid& scope) const {
  const Pg pg = connectTo(m_connection);
  run(pg.get(), "CREATE TABLE bench_photos AS SELECT * FROM photos WHERE scope_id = '" + scope.str() +
                    "' LIMIT " + std::to_string(kBatchRows));
  run(pg.get(), "ALTER TABLE bench_photos ADD PRIMARY KEY (scope_id, id)");
  run(pg.get(), "CREATE INDEX ON bench_photos (scope_id, version, id)");
  run(pg.get(), "CREATE TABLE bench_outcomes (id uuid, seq bigint, outcome smallint, version bigint)");
  std::string incoming;
  PGresult* ids = PQexec(pg.get(), "SELECT id FROM bench_photos");
  for (int row = 0; row < PQntuples(ids); ++row)
    incoming += std::string(PQgetvalue(ids, row, 0)) + "\tRenamed in a batch\t1\n";
  PQclear(ids);
  std::vector<double> rates;
  for (int i = 0; i < kBatches; ++i) {
    run(pg.get(), "BEGIN");
    run(pg.get(), "CREATE TEMP TABLE incoming (id uuid, title text, updated_at bigint) ON COMMIT DROP");
    const auto start = Time::now();
    run(pg.get(), "COPY incoming FROM STDIN", PGRES_COPY_IN);
    PQputCopyData(pg.get(), incoming.data(), static_cast<int>(incoming.size()));
    PQputCopyEnd(pg.get(), nullptr);
    while (PGresult* result = PQgetResult(pg.get())) PQclear(result);
    run(pg.get(),
        "UPDATE bench_photos p SET title = i.title, updated_at = i.updated_at, version = p.version + 1 "
        "FROM incoming i WHERE p.scope_id = '" +
            scope.str() + "' AND p.id = i.id");
    run(pg.get(), "INSERT INTO bench_outcomes SELECT id, 1, 0, 1 FROM incoming");
    run(pg.get(), "COMMIT");
    rates.push_back(kBatchRows / (msSince(start) / 1000));
  }
  run(pg.get(), "DROP TABLE bench_photos, bench_outcomes");
  return percentile(rates, 0.5);
}

double SyncLimits::commits() const {
  const Pg pg = connectTo(m_connection);
  run(pg.get(), "CREATE TABLE bench_counter AS SELECT 0 AS n");
  const auto start = Time::now();
  for (int i = 0; i < kCommits; ++i) run(pg.get(), "UPDATE bench_counter SET n = n + 1");
  const double rate = kCommits / (msSince(start) / 1000);
  run(pg.get(), "DROP TABLE bench_counter");
  return rate;
}

double SyncLimits::notifyInsert() const {
  const Pg writer = connectTo(m_connection);
  run(writer.get(), "CREATE TABLE bench_notify (n bigint)");
  std::atomic<int> arrived = 0;
  std::atomic<bool> listening = false;
  std::thread listener([&] {
    const Pg pg = connectTo(m_connection);
    const Sqlite db = deviceTables(m_scratch / "notify.sqlite");
    const Insert insert =
        prepare(db.get(), "INSERT OR REPLACE INTO local_settings (key, value) VALUES ('n', ?)");
    run(pg.get(), "LISTEN bench_notify");
    listening = true;
    while (arrived < kNotifies) {
      pollfd fd{PQsocket(pg.get()), POLLIN, 0};
      ::poll(&fd, 1, 1000);
      PQconsumeInput(pg.get());
      while (PGnotify* note = PQnotifies(pg.get())) {
        PQfreemem(note);
        sqlite3_bind_int64(insert.get(), 1, arrived);
        sqlite3_step(insert.get());
        sqlite3_reset(insert.get());
        ++arrived;
        arrived.notify_one();
      }
    }
  });
  while (!listening) std::this_thread::yield();
  std::vector<double> times;
  for (int i = 0; i < kNotifies; ++i) {
    const auto start = Time::now();
    run(writer.get(), "INSERT INTO bench_notify VALUES (1); NOTIFY bench_notify");
    arrived.wait(i);
    times.push_back(msSince(start));
  }
  listener.join();
  run(writer.get(), "DROP TABLE bench_notify");
  return percentile(times, 0.5);
}

}  // namespace foyer::bench
