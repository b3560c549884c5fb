// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "crowd.hpp"
#include "replicas.hpp"
#include "seed.hpp"
#include "server_database.hpp"

using namespace foyer::test;

namespace {

constexpr int kPromisedPerSecond = 200;
constexpr int kDevicesEach = 2;

/// A long run asks for more.
int kills() { return timesOf("FOYER_LOAD_KILLS", 4); }
int stops() { return timesOf("FOYER_LOAD_STOPS", 2); }
int rounds() { return timesOf("FOYER_LOAD_ROUNDS", 6); }
int devices() { return timesOf("FOYER_LOAD_DEVICES", 8); }
int pace() { return timesOf("FOYER_LOAD_PACE", 250); }
qint64 leastChanges() { return timesOf("FOYER_LOAD_CHANGES", 1'000); }
/// Beside other tests the machine is too busy for what is promised of times.
bool alone() { return kills() >= 100; }

}  // namespace

/// Many devices write all the time while the server, or its database, is killed: what was acknowledged is
/// there, once, and nobody helps.
class LoadTest : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void law5_theServerIsKilledUnderLoad();
  void law5_theDatabaseIsStoppedUnderLoad();
  void law5_allConnectionsOfTheDatabaseAreKilledUnderLoad();
  void cleanup();

 private:
  /// Disturbs until all is done and enough was acknowledged; then looks at everything.
  void underLoad(int times, qint64 least, const std::function<void()>& disturb);
  void look();
  int below(int n) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(n)); }

  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<Crowd> m_crowd;
  std::mt19937_64 m_random{seedOfRun()};
};

void LoadTest::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  openFolder(m_dir->path());
  qputenv("FOYER_KEY_DIR", m_dir->filePath("keys").toUtf8());
  m_server = std::make_unique<ServerProcess>(m_dir->filePath("server"));
  m_server->start();
  m_crowd =
      std::make_unique<Crowd>(*m_server, m_dir->path(), m_random(), devices() / kDevicesEach, kDevicesEach);
}

void LoadTest::cleanup() {
  m_crowd.reset();
  m_server->stop();
  QVERIFY(!m_server->databaseRuns());
}

void LoadTest::underLoad(int times, qint64 least, const std::function<void()>& disturb) {
  QElapsedTimer time;
  time.start();
  m_crowd->write(pace());
  qint64 acknowledged = 0;
  for (int i = 0; i < times || (acknowledged = m_crowd->acknowledged()) < least; ++i) {
    QTest::qWait(300 + below(1'200));
    if (i < times) disturb();
  }
  acknowledged = m_crowd->acknowledged();
  const double perSecond = static_cast<double>(acknowledged) * 1000 / static_cast<double>(time.elapsed());
  m_crowd->write(0);
  QElapsedTimer healing;
  healing.start();
  QVERIFY2(m_crowd->settles(static_cast<int>(kConverged.count())), "something waits for too long");
  qInfo("%d devices, %d disturbances: %lld changes, %.0f acknowledged a second; all settled after %lld ms",
        devices(), times, static_cast<long long>(m_crowd->written()), perSecond,
        static_cast<long long>(healing.elapsed()));
  if (alone()) QVERIFY2(perSecond >= kPromisedPerSecond, "fewer changes a second than promised");
  look();
}

/// All that was written is acknowledged; the journal has each change once; every replica is the server's.
void LoadTest::look() {
  QCOMPARE(m_crowd->acknowledged(), m_crowd->written());
  QCOMPARE(m_crowd->otherEpochs(), 0);
  auto database = ServerDatabase::of(m_dir->filePath("server").toStdString());
  for (const auto& [device, changes] : m_crowd->changesByDevice()) {
    const std::string by = " FROM journal WHERE device_id = '" + device.str() + "'";
    QCOMPARE(database.number("SELECT count(*)" + by), changes);
    QCOMPARE(database.number("SELECT count(DISTINCT (record_id, changes))" + by), changes);
  }
  for (const auto& person : m_crowd->people()) {
    const auto there = m_server->exportScope(QString::fromStdString(person.scope.str())).toStdString();
    for (const std::string& here : person.exports) QVERIFY(here == there);
  }
}

void LoadTest::law5_theServerIsKilledUnderLoad() {
  std::chrono::milliseconds slowest{0};
  underLoad(kills(), leastChanges(), [&] {
    m_server->kill();
    slowest = std::max(slowest, m_server->restart());
  });
  qInfo("ready again after %lld ms at most", static_cast<long long>(slowest.count()));
  QVERIFY2(slowest <= (alone() ? kReadyAgain : 5 * kReadyAgain),
           "the server takes too long to be ready again");
}

void LoadTest::law5_theDatabaseIsStoppedUnderLoad() {
  const qint64 pid = m_server->pid();
  underLoad(stops(), 0, [&] {
    int database = 0;
    QTRY_VERIFY_WITH_TIMEOUT((database = m_server->databasePid()) > 0, 30'000);
    ::kill(database, SIGQUIT);
  });
  QVERIFY(m_server->running());
  QCOMPARE(m_server->pid(), pid);
}

void LoadTest::law5_allConnectionsOfTheDatabaseAreKilledUnderLoad() {
  const qint64 pid = m_server->pid();
  int killed = 0;
  underLoad(rounds(), 0, [&] {
    // Asked to end, or killed, after which PostgreSQL recovers by itself.
    const int how = below(2) == 0 ? SIGTERM : SIGKILL;
    std::vector<int> backends;
    QTRY_VERIFY_WITH_TIMEOUT(!(backends = backendsOf(m_server->databasePid())).empty(), 30'000);
    for (const int backend : backends) killed += ::kill(backend, how) == 0 ? 1 : 0;
  });
  qInfo("%d connections killed", killed);
  QVERIFY(killed >= rounds());
  QVERIFY(m_server->running());
  QCOMPARE(m_server->pid(), pid);
}

QTEST_GUILESS_MAIN(LoadTest)
#include "load_test.moc"
