// SPDX-License-Identifier: GPL-3.0-or-later
// First sync, live latency, fan-out and idle connections against a real server over loopback.
// FOYER_BENCH_ROWS changes the number of records (100,000).
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <vector>

#include "../e2e/processes.hpp"
#include "bench_device.hpp"
#include "sync_live_bench.hpp"

namespace foyer::bench {
namespace {

constexpr int kRuns = 3;
constexpr int kBatch = 1000;

std::uint32_t rows() {
  bool set = false;
  const int wanted = qEnvironmentVariableIntValue("FOYER_BENCH_ROWS", &set);
  return set ? static_cast<std::uint32_t>(wanted) : 100'000;
}

double peakMib() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n'))
    if (line.startsWith("VmHWM:")) return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
  return 0;
}

/// In a process of its own, so that its memory is its own: signs in, then fetches everything.
int firstSync(const QString& dir, const QString& server) {
  BenchDevice device(dir, server);
  device.signIn();
  QElapsedTimer time;
  time.start();
  device.settle();
  const double seconds = static_cast<double>(time.nsecsElapsed()) / 1e9;
  std::printf("{\"seconds\":%.6f,\"bytes\":%llu,\"peak\":%.3f}\n", seconds,
              static_cast<unsigned long long>(device.driver->bytesReceived()), peakMib());
  return 0;
}

QJsonObject runFirstSync(const QString& dir, const QString& server) {
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(QCoreApplication::applicationFilePath(), {"--first-sync", dir, server});
  if (!child.waitForFinished(600'000) || child.exitCode() != 0)
    throw std::runtime_error("the first sync failed");
  return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
}

void fill(BenchDevice& device) {
  const Uuid scope = device.driver->account();
  for (std::uint32_t i = 0; i < rows();) {
    std::vector<store::Edit> batch;
    for (int k = 0; k < kBatch && i < rows(); ++k) batch.push_back(photo(scope, i++));
    if (const auto done = device.driver->store().writeAll(batch); !done)
      throw std::runtime_error(done.error().message);
  }
}

int run() {
  QTemporaryDir dir;
  QFile::setPermissions(dir.path(), QFile::permissions(dir.path()) | QFile::ExeOther);
  qputenv("FOYER_KEY_DIR", dir.filePath(QStringLiteral("keys")).toUtf8());
  test::ServerProcess server(dir.filePath(QStringLiteral("server")));
  server.start();
  BenchDevice author(dir.filePath(QStringLiteral("author")), server.url());
  author.registerAccount();
  fill(author);
  author.settle();

  std::vector<double> seconds;
  double bytes = 0;
  double peak = 0;
  for (int i = 0; i < kRuns; ++i) {
    const auto result = runFirstSync(dir.filePath(QStringLiteral("reader%1").arg(i)), server.url());
    seconds.push_back(result["seconds"].toDouble());
    bytes = result["bytes"].toDouble();
    peak = std::max(peak, result["peak"].toDouble());
  }
  std::sort(seconds.begin(), seconds.end());
  print("first_sync_rows_per_s", rows() / seconds[kRuns / 2], "rows/s", "higher");
  print("first_sync_wire_bytes_per_row", bytes / rows(), "bytes", "lower");
  print("first_sync_client_peak_mib", peak, "MiB", "lower");

  liveLatency(author, dir.filePath(QStringLiteral("listener")), server.url());
  idleConnections(author, server.pid(), 1000);  // before the others leave memory that can be used again
  fanOut(author, 100, "fanout_100_ms");
  fanOut(author, 500, "fanout_500_ms");
  server.stop();
  return 0;
}

}  // namespace
}  // namespace foyer::bench

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  const QStringList arguments = app.arguments();
  try {
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--first-sync"))
      return foyer::bench::firstSync(arguments[2], arguments[3]);
    return foyer::bench::run();
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
}
