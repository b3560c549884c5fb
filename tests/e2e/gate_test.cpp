// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "kiosk_process.hpp"
#include "replicas.hpp"
#include "seed.hpp"

using namespace foyer::test;

namespace {

constexpr int kPeople = 8;

/// How many rounds of the kill test; more in a long run.
int rounds() {
  bool set = false;
  const int given = qEnvironmentVariableIntValue("FOYER_KILLS", &set);
  return set ? given : 8;
}

}  // namespace

/// The real server, two headless clients and a kiosk at the gate of a shoot, over real sockets.
class GateTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void killedAtRandomPointsEveryScanIsThereOnce();
  void cleanupTestCase();

 private:
  void round(std::mt19937_64& random, int number);
  void compareGate();

  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<ClientProcess> m_first, m_second;
  std::unique_ptr<KioskProcess> m_kiosk;
  QStringList m_badges, m_assignments;
  int m_scanned = 0;
};

void GateTest::initTestCase() {
  openFolder(m_dir.path());
  m_server = std::make_unique<ServerProcess>(m_dir.filePath("server"));
  m_server->start();
  m_first = std::make_unique<ClientProcess>(*m_server, m_dir.filePath("first"), kPassword);
  m_second = std::make_unique<ClientProcess>(*m_server, m_dir.filePath("second"), kPassword);
  m_kiosk = std::make_unique<KioskProcess>(*m_server, m_dir.filePath("kiosk"));

  m_first->must({"register", "samira@example.org", "--name", "Samira"});
  m_first->must({"project", "create", "Les Marées", "--time-zone", "Europe/Paris"});
  m_first->must({"sync"});
  for (int i = 0; i < kPeople; ++i)
    m_assignments << idOf(
        m_first->must({"project", "assign", QStringLiteral("Person %1").arg(i), "role=Extra"}));
  m_first->must({"sync"});
  for (const QString& assignment : m_assignments)
    m_badges << m_first->must({"project", "badge", assignment}).json()["badge"].toString();
  const QString token = m_first->must({"project", "kiosk-token", "Entrance A"}).json()["token"].toString();
  m_second->must({"sign-in", "samira@example.org"});
  m_second->must({"sync"});
  m_kiosk->enrol(token, "Entrance A");
}

/// The kiosk scans while both clients write and sync; somebody is killed, at the end everybody is.
void GateTest::round(std::mt19937_64& random, int number) {
  const auto below = [&random](std::uint64_t n) { return static_cast<int>(random() % n); };
  const auto pick = [&](const QStringList& from) {
    return from[below(static_cast<std::uint64_t>(from.size()))];
  };
  m_kiosk->start();
  for (auto* device : {m_first.get(), m_second.get()}) {
    device->must({"edit", pick(m_assignments), QStringLiteral("gate_note=round %1").arg(number)});
    device->must({"create", "authors", QStringLiteral("name=Author of round %1").arg(number)});
    device->begin({"sync"});
  }
  const int scans = 3 + below(10);
  const int killAt = below(static_cast<std::uint64_t>(scans));
  const int victim = below(4);
  for (int i = 0; i < scans && m_kiosk->running(); ++i) {
    m_kiosk->scan(below(8) == 0 ? QStringLiteral("no badge at all %1").arg(++m_scanned)
                                : (++m_scanned, pick(m_badges)));
    m_kiosk->listen(below(60));
    if (i != killAt) continue;
    if (victim == 0) m_server->kill();
    if (victim == 1) m_first->kill();
    if (victim == 2) m_second->kill();
    if (victim == 3) m_kiosk->kill();
  }
  m_kiosk->listen(below(200));
  if (below(2) == 0) m_server->kill();
  m_kiosk->kill();
  m_first->kill();
  m_second->kill();
  if (!m_server->running()) m_server->start();
}

void GateTest::compareGate() {
  const auto digests = [](ClientProcess& device) {
    QMap<QString, QString> all;
    for (const auto& row : device.must({"digest"}).json().array())
      all[row.toObject()["scope"].toString()] = row.toObject()["digest"].toString();
    return all;
  };
  ClientProcess kiosk(*m_server, m_kiosk->dir(), kPassword);
  const auto first = digests(*m_first), second = digests(*m_second), gate = digests(kiosk);
  QCOMPARE(first, second);
  QCOMPARE(gate.size(), 1);
  const QString scope = gate.firstKey();
  QCOMPARE(gate[scope], first.value(scope));
  const QByteArray exported = m_server->exportScope(scope);
  QCOMPARE(m_first->must({"export", scope}).output, exported);
  QCOMPARE(m_second->must({"export", scope}).output, exported);
  QCOMPARE(kiosk.must({"export", scope}).output, exported);

  QMap<QString, int> onServer;
  QSet<qint64> counters;
  for (const QByteArray& line : exported.split('\n')) {
    const QJsonObject record = QJsonDocument::fromJson(line).object();
    if (record["c"].toString() != QLatin1String("attendance_events")) continue;
    ++onServer[record["id"].toString()];
    counters << record["fields"]["counter"].toInteger();
  }
  const QStringList kept = m_kiosk->kept();
  qInfo("%d codes, %lld events said to be kept, %lld on the server", m_scanned,
        static_cast<long long>(kept.size()), static_cast<long long>(onServer.size()));
  QVERIFY(!kept.isEmpty());
  for (const QString& event : kept) QCOMPARE(onServer.value(event), 1);
  QCOMPARE(counters.size(), onServer.size());
  QVERIFY(onServer.size() <= m_scanned);
}

void GateTest::killedAtRandomPointsEveryScanIsThereOnce() {
  const std::uint64_t seed = seedOfRun();
  std::mt19937_64 random(seed);
  for (int i = 0; i < rounds(); ++i) round(random, i);
  m_kiosk->finish();
  for (int i = 0; i < 2; ++i) {
    m_first->must({"sync"});
    m_second->must({"sync"});
  }
  m_kiosk->finish();  // takes what the coordinators wrote
  m_first->must({"sync"});
  compareGate();
}

void GateTest::cleanupTestCase() {
  m_server->stop();
  QVERIFY(!m_server->databaseRuns());
}

QTEST_GUILESS_MAIN(GateTest)
#include "gate_test.moc"
