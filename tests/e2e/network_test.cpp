// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "other_machine.hpp"
#include "replicas.hpp"
#include "seed.hpp"

using namespace foyer::test;

namespace {

constexpr int kWatchdogMs = 15'000;
constexpr int kNoticedMs = kWatchdogMs + 2'000;
constexpr int kHealMs = 30'000;

/// How many partitions; a long run asks for more.
int partitions() { return timesOf("FOYER_PARTITIONS", 3); }

}  // namespace

/// The network stops without a word: nobody says goodbye, nothing arrives.
class NetworkTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void law15_aServerThatFallsSilentIsCalledOffline();
  void aDeviceThatFallsSilentHoldsUpNobody();
  void partitionsOfAnyDirectionHealWithoutARestart();
  void whoFollowsLiveComesBackFromAnyPartition();
  void cleanupTestCase();

 private:
  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<ClientProcess> m_first, m_second;
};

void NetworkTest::initTestCase() {
  openFolder(m_dir.path());
  m_server = std::make_unique<ServerProcess>(m_dir.filePath("server"));
  m_server->start();
  m_first = std::make_unique<ClientProcess>(*m_server, m_dir.filePath("first"), kPassword);
  m_second = std::make_unique<ClientProcess>(*m_server, m_dir.filePath("second"), kPassword);
  m_first->must({"register", "ada@example.org", "--name", "Ada"});
  m_first->must({"sync"});
  m_second->must({"sign-in", "ada@example.org"});
  m_second->must({"sync"});
}

/// The server is stopped, not ended: its sockets stay open and take bytes, as behind a cable that was pulled.
void NetworkTest::law15_aServerThatFallsSilentIsCalledOffline() {
  m_first->begin({"live", "--for", "120"});
  QVERIFY(m_first->awaitState("ok", kHealMs));
  m_server->signal(SIGSTOP);
  const bool noticed = m_first->awaitState("off", kNoticedMs);
  m_server->signal(SIGCONT);
  QVERIFY(noticed);
  QVERIFY(m_first->awaitState("ok", kHealMs));
  m_first->kill();
}

void NetworkTest::aDeviceThatFallsSilentHoldsUpNobody() {
  m_second->begin({"live", "--for", "120"});
  QVERIFY(m_second->awaitState("ok", kHealMs));
  m_second->signal(SIGSTOP);
  QStringList made;
  QElapsedTimer time;
  time.start();
  for (int i = 0; i < 5; ++i) {
    made << idOf(m_first->must({"create", "authors", QStringLiteral("name=Author %1").arg(i)}));
    m_first->must({"sync"});
  }
  QVERIFY2(time.elapsed() < kHealMs, qPrintable(QString::number(time.elapsed())));
  m_second->signal(SIGCONT);
  QByteArray seen;
  QTRY_VERIFY_WITH_TIMEOUT((seen += m_second->listen(50)).contains(made.last().toUtf8()), kHealMs);
  m_second->kill();
}

void NetworkTest::partitionsOfAnyDirectionHealWithoutARestart() {
  OtherMachine elsewhere;
  if (!elsewhere.made()) QSKIP("network namespaces can't be made here");
  m_first->wrap(elsewhere.wrapper());
  m_first->reachAt(QStringLiteral("http://%1:%2").arg(elsewhere.hostAddress()).arg(m_server->port()));
  std::mt19937_64 random(seedOfRun());
  const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<std::uint64_t>(n)); };
  QStringList made;
  for (int i = 0; i < partitions(); ++i) {
    made << idOf(m_first->must({"create", "authors", QStringLiteral("name=Here %1").arg(i)}));
    made << idOf(m_second->must({"create", "authors", QStringLiteral("name=There %1").arg(i)}));
    const auto direction = static_cast<OtherMachine::Direction>(i % 3);
    if (below(2) == 0) elsewhere.cut(direction);  // before it begins, or amid it
    m_first->begin({"sync"});
    QTest::qWait(below(250));
    elsewhere.cut(direction);
    m_second->must({"sync"});  // whoever is not cut off goes on
    QTest::qWait(below(3'000));
    elsewhere.heal();
    QElapsedTimer time;
    time.start();
    QCOMPARE(m_first->finish().exitCode, 0);
    qInfo("cut %d healed after %lld ms", static_cast<int>(direction), static_cast<long long>(time.elapsed()));
    QVERIFY(time.elapsed() < kHealMs);
  }
  m_first->must({"sync"});
  m_second->must({"sync"});
  QCOMPARE(difference(*m_server, {m_first.get(), m_second.get()}), QString());
  QCOMPARE(forgotten({m_first.get(), m_second.get()}), QString());
  QCOMPARE(missing(*m_second, "authors", made), QStringList());
}

void NetworkTest::whoFollowsLiveComesBackFromAnyPartition() {
  OtherMachine elsewhere;
  if (!elsewhere.made()) QSKIP("network namespaces can't be made here");
  m_first->wrap(elsewhere.wrapper());
  m_first->reachAt(QStringLiteral("http://%1:%2").arg(elsewhere.hostAddress()).arg(m_server->port()));
  std::mt19937_64 random(seedOfRun());
  const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<std::uint64_t>(n)); };
  QStringList made;
  for (int i = 0; i < partitions(); ++i) {
    // What was typed offline goes up, and the other's change comes down, through the same live connection.
    const QString here =
        idOf(m_first->must({"create", "authors", QStringLiteral("name=Live here %1").arg(i)}));
    const QString there =
        idOf(m_second->must({"create", "authors", QStringLiteral("name=Live there %1").arg(i)}));
    made << here << there;
    const auto direction = static_cast<OtherMachine::Direction>(below(3));
    m_first->begin({"live", "--for", "300"});
    if (below(2) == 0) QVERIFY(m_first->awaitState("ok", kHealMs));
    QTest::qWait(below(250));
    elsewhere.cut(direction);
    m_second->must({"sync"});
    QTest::qWait(below(3'000));
    elsewhere.heal();
    QElapsedTimer time;
    time.start();
    QByteArray seen;
    QTRY_VERIFY_WITH_TIMEOUT((seen += m_first->listen(50)).contains(there.toUtf8()), kHealMs);
    while (!missing(*m_second, "authors", {here}).isEmpty()) {
      QVERIFY2(time.elapsed() < kHealMs, "what was typed there does not arrive");
      m_second->must({"sync"});
    }
    qInfo("cut %d healed after %lld ms", static_cast<int>(direction), static_cast<long long>(time.elapsed()));
    m_first->kill();
  }
  QVERIFY(converge(*m_first) <= kConverged);
  m_second->must({"sync"});
  QCOMPARE(difference(*m_server, {m_first.get(), m_second.get()}), QString());
  QCOMPARE(forgotten({m_first.get(), m_second.get()}), QString());
  QCOMPARE(missing(*m_second, "authors", made), QStringList());
}

void NetworkTest::cleanupTestCase() {
  m_server->signal(SIGCONT);
  m_server->stop();
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "network_test.moc"
