// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_first_bench.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "figure.hpp"
#include "store/reader.hpp"

namespace foyer::bench {
namespace {

constexpr int kLimitMs = 600'000;
constexpr std::uint32_t kRecords = 10'000;
constexpr int kRounds = 3;

/// Reads the first screen of photos as the app does, about sixty times a second, until told to stop.
class Viewer {
 public:
  explicit Viewer(const std::filesystem::path& file) : m_thread([this, file] { look(file); }) {}
  double p99Ms() {
    m_stop = true;
    m_thread.join();
    std::sort(m_times.begin(), m_times.end());
    return m_times.empty() ? 0 : m_times[m_times.size() * 99 / 100];
  }

 private:
  void look(const std::filesystem::path& file) {
    const auto reader = store::Reader::open(file);
    store::QuerySpec spec;
    spec.collection = &schema::collection("photos");
    spec.order = {{"taken_at", true}};
    spec.limit = 60;
    while (!m_stop) {
      spec.scope = Uuid::parse((*reader)->setting("account"));
      QElapsedTimer time;
      time.start();
      if (spec.scope) (*reader)->query(spec);
      m_times.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
      QThread::msleep(16);
    }
  }

  std::vector<double> m_times;
  std::atomic<bool> m_stop = false;
  std::thread m_thread;
};

}  // namespace

int firstSyncProcess(const QStringList& arguments) {
  const bool reads = arguments.value(5) == QLatin1String("reads");
  BenchDevice device(arguments[2], arguments[3]);
  device.signIn(arguments[4]);
  std::unique_ptr<Viewer> viewer;
  if (reads) viewer = std::make_unique<Viewer>(device.driver->store().file());
  QElapsedTimer time;
  time.start();
  device.settle();
  const double seconds = static_cast<double>(time.nsecsElapsed()) / 1e9;
  std::printf("{\"seconds\":%.6f,\"bytes\":%llu,\"peak\":%.3f,\"read\":%.3f}\n", seconds,
              static_cast<unsigned long long>(device.driver->bytesReceived()),
              memoryKib("self", "VmHWM") / 1024, viewer ? viewer->p99Ms() : 0.0);
  return 0;
}

FirstSync firstSync(const QString& dir, const QString& server, const QString& email, bool reads) {
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(QCoreApplication::applicationFilePath(),
              {"--first-sync", dir, server, email, reads ? "reads" : "alone"});
  if (!child.waitForFinished(kLimitMs) || child.exitCode() != 0)
    throw std::runtime_error("the first sync failed");
  const QJsonObject said = QJsonDocument::fromJson(child.readAllStandardOutput()).object();
  return {said["seconds"].toDouble(), said["bytes"].toDouble(), said["peak"].toDouble(),
          said["read"].toDouble()};
}

void redownload(const QString& dir, const QString& server) {
  const QString email = QStringLiteral("edits@example.org");
  BenchDevice author(dir + QStringLiteral("/editor"), server);
  author.registerAccount(email);
  const Uuid scope = author.driver->account();
  std::vector<Uuid> ids;
  author.write(kRecords, [&](std::uint32_t i) {
    auto edit = photo(scope, i);
    ids.push_back(edit.id);
    return edit;
  });
  author.settle();
  const double before = firstSync(dir + QStringLiteral("/before"), server, email, false).bytes;
  const auto& photos = schema::collection("photos");
  for (int round = 1; round <= kRounds; ++round) {
    author.write(kRecords, [&](std::uint32_t i) {
      store::Edit edit;
      edit.collection = &photos;
      edit.scope = scope;
      edit.id = ids[i];
      edit.base = author.driver->store().baseOf(scope, photos, edit.id);
      model::FieldPatch patch;
      patch.field = photos.find("title");
      char title[64];
      std::snprintf(title, sizeof title, "Picture number %05u",
                    (i + static_cast<std::uint32_t>(round)) % 99'999);
      patch.value = std::string(title);
      edit.patches.push_back(std::move(patch));
      return edit;
    });
    author.settle();
  }
  const double after = firstSync(dir + QStringLiteral("/after"), server, email, false).bytes;
  figure("redownload_ratio_after_30k_edits", after / before, "x", "lower");
}

}  // namespace foyer::bench
