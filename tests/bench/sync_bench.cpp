// SPDX-License-Identifier: GPL-3.0-or-later
// First sync, live latency, fan-out and idle connections against a real server over loopback.
// FOYER_BENCH_FULL=1 adds what takes minutes: a million records, ten thousand connections.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <vector>

#include "../e2e/processes.hpp"
#include "bench_device.hpp"
#include "figure.hpp"
#include "sync_first_bench.hpp"
#include "sync_limits.hpp"
#include "sync_live_bench.hpp"
#include "sync_push_bench.hpp"

namespace foyer::bench {
namespace {

constexpr int kRuns = 3;
constexpr std::uint32_t kRows = 100'000;
constexpr std::uint32_t kManyRows = 1'000'000;

/// An account's rows, fetched by fresh devices one after the other, beside the same rows by COPY.
void firstSyncs(BenchDevice& author, const QString& dir, const QString& server) {
  std::vector<double> seconds;
  FirstSync last;
  double peak = 0;
  for (int i = 0; i < kRuns; ++i) {
    last = firstSync(dir + QStringLiteral("/reader%1").arg(i), server, kEmail, false);
    seconds.push_back(last.seconds);
    peak = std::max(peak, last.peakMib);
  }
  std::sort(seconds.begin(), seconds.end());
  figure("first_sync_rows_per_s", kRows / seconds[kRuns / 2], "rows/s", "higher");
  figure("first_sync_wire_bytes_per_row", last.bytes / kRows, "bytes", "lower");
  figure("first_sync_client_peak_mib", peak, "MiB", "lower");
  const FirstSync watched = firstSync(dir + QStringLiteral("/watched"), server, kEmail, true);
  figure("ui_read_during_sync_ms_p99", watched.readP99Ms, "ms", "lower");
  author.settle();
}

void millionRows(const QString& dir, const QString& server, const SyncLimits& limits) {
  const QString email = QStringLiteral("many@example.org");
  BenchDevice author(dir + QStringLiteral("/many"), server);
  author.registerAccount(email);
  const Uuid scope = author.driver->account();
  author.write(kManyRows, [&](std::uint32_t i) { return photo(scope, i); });
  author.settle();
  figure("copy_into_sqlite_1m_rows_per_s", limits.copyIntoSqlite(scope, 1), "rows/s", "higher");
  const FirstSync many = firstSync(dir + QStringLiteral("/manyreader"), server, email, false);
  figure("first_sync_1m_rows_per_s", kManyRows / many.seconds, "rows/s", "higher");
  figure("first_sync_1m_client_peak_mib", many.peakMib, "MiB", "lower");
}

/// Memory is measured on a server of its own, which has done nothing else yet.
void idle(const QString& dir, int count) {
  QDir().mkpath(dir);
  QFile::setPermissions(dir, QFile::permissions(dir) | QFile::ExeOther);
  test::ServerProcess server(dir + QStringLiteral("/server"));
  server.start();
  BenchDevice author(dir + QStringLiteral("/author"), server.url());
  author.registerAccount();
  author.settle();
  idleConnections(author, server.pid(), count);
  server.stop();
}

int run() {
  const bool full = qEnvironmentVariableIntValue("FOYER_BENCH_FULL") != 0;
  QTemporaryDir dir;
  QFile::setPermissions(dir.path(), QFile::permissions(dir.path()) | QFile::ExeOther);
  qputenv("FOYER_KEY_DIR", dir.filePath(QStringLiteral("keys")).toUtf8());
  idle(dir.filePath(QStringLiteral("idle")), full ? 10'000 : 1000);
  const QString serverDir = dir.filePath(QStringLiteral("server"));
  test::ServerProcess server(serverDir);
  server.start();
  const SyncLimits limits(serverDir.toStdString(), dir.filePath(QStringLiteral("limits")).toStdString());
  BenchDevice author(dir.filePath(QStringLiteral("author")), server.url());
  author.registerAccount();
  const Uuid scope = author.driver->account();
  author.write(kRows, [&](std::uint32_t i) { return photo(scope, i); });
  author.settle();

  figure("copy_into_sqlite_rows_per_s", limits.copyIntoSqlite(scope, kRuns), "rows/s", "higher");
  firstSyncs(author, dir.path(), server.url());
  figure("pg_batch_floor_rows_per_s", limits.batch(scope), "rows/s", "higher");
  offlineEdits(dir.filePath(QStringLiteral("offline")), server.url());
  figure("pg_commit_per_s", limits.commits(), "commits/s", "higher");
  singlePushes(dir.filePath(QStringLiteral("single")), server.url());
  figure("notify_insert_ms_p50", limits.notifyInsert(), "ms", "lower");
  liveLatency(author, dir.filePath(QStringLiteral("listener")), server.url());
  figure("bare_sockets_500_ms", SyncLimits::bareSockets(500), "ms", "lower");
  fanOut(author, 100, "fanout_100_ms");
  fanOut(author, 500, "fanout_500_ms");
  fanOut(author, 1000, "fanout_1000_ms");
  redownload(dir.path(), server.url());
  if (full) millionRows(dir.path(), server.url(), limits);
  server.stop();
  return 0;
}

}  // namespace
}  // namespace foyer::bench

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  const QStringList arguments = app.arguments();
  try {
    if (arguments.size() == 6 && arguments[1] == QLatin1String("--first-sync"))
      return foyer::bench::firstSyncProcess(arguments);
    return foyer::bench::run();
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
}
