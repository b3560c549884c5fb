// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "replicas.hpp"
#include "seed.hpp"

using namespace foyer::test;

namespace {

/// How often each thing is killed; a long run asks for more.
int kills() { return timesOf("FOYER_KILLS", 6); }

/// strace with a signal at the n-th of these system calls.
QStringList killAt(const char* calls, int n) {
  return {"strace",
          "-f",
          "-qq",
          "-o",
          "/dev/null",
          "-e",
          QStringLiteral("trace=%1").arg(QLatin1String(calls)),
          "-e",
          QStringLiteral("inject=%1:signal=SIGKILL:when=%2").arg(QLatin1String(calls)).arg(n)};
}

bool straceWorks() {
  QProcess probe;
  probe.start("strace", {"-f", "-qq", "-o", "/dev/null", "true"});
  return probe.waitForFinished(10'000) && probe.exitStatus() == QProcess::NormalExit && probe.exitCode() == 0;
}

}  // namespace

/// Programs die at the worst moment: at the n-th write to the disk, or with the database under them.
class ForceTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void init();
  void law1_aClientKilledAtTheNthWriteKeepsWhatItSaid();
  void law5_aClientKilledAtTheNthSystemCallOfASyncSendsEachChangeOnce();
  void law6_theServerKilledAtTheNthWriteOfItsDatabase();
  void theDatabaseIsKilledAndNobodyRestartsTheServer();
  void cleanupTestCase();

 private:
  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<ClientProcess> m_first, m_second;
  std::mt19937_64 m_random{seedOfRun()};
  int m_accounts = 0;

  QString trouble(const QStringList& made);
  int below(int n) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(n)); }
};

void ForceTest::initTestCase() {
  openFolder(m_dir.path());
  m_server = std::make_unique<ServerProcess>(m_dir.filePath("server"));
  m_server->start();
}

/// Two devices of a new person.
void ForceTest::init() {
  const QString n = QString::number(++m_accounts);
  m_first = std::make_unique<ClientProcess>(*m_server, m_dir.filePath("first" + n), kPassword);
  m_second = std::make_unique<ClientProcess>(*m_server, m_dir.filePath("second" + n), kPassword);
  m_first->must({"register", "ada" + n + "@example.org", "--name", "Ada"});
  m_first->must({"sync"});
  m_second->must({"sign-in", "ada" + n + "@example.org"});
  m_second->must({"sync"});
}

/// What the end of each test must not show: something waiting for long, replicas unlike the server, something
/// missing, or forgotten by the server and offered again.
QString ForceTest::trouble(const QStringList& made) {
  for (ClientProcess* device : {m_first.get(), m_second.get(), m_first.get()})
    if (converge(*device) > kConverged) return QStringLiteral("something waits for too long");
  if (const QString other = difference(*m_server, {m_first.get(), m_second.get()}); !other.isEmpty())
    return other;
  if (const QString back = forgotten({m_first.get(), m_second.get()}); !back.isEmpty()) return back;
  return missing(*m_second, "authors", made).join(u' ');
}

void ForceTest::law1_aClientKilledAtTheNthWriteKeepsWhatItSaid() {
  if (!straceWorks()) QSKIP("strace can't trace here");
  QStringList said;
  int died = 0;
  for (int i = 0; i < 3 * kills(); ++i) {
    m_first->wrap(killAt("pwrite64,fdatasync,fsync,write", 1 + below(30)));
    const auto outcome = m_first->run({"create", "authors", QStringLiteral("name=Author %1").arg(i)});
    m_first->wrap({});
    if (outcome.exitCode != 0) ++died;
    // Said is said, whatever became of the process after that.
    if (const QString id = idOf(outcome); !id.isEmpty()) said << id;
  }
  qInfo("%d of %d commands were killed, %lld said done", died, 3 * kills(),
        static_cast<long long>(said.size()));
  QVERIFY(died > 0);
  QCOMPARE(missing(*m_first, "authors", said), QStringList());
  QCOMPARE(trouble(said), QString());
}

void ForceTest::law5_aClientKilledAtTheNthSystemCallOfASyncSendsEachChangeOnce() {
  if (!straceWorks()) QSKIP("strace can't trace here");
  QStringList made;
  int died = 0;
  for (int i = 0; i < 2 * kills(); ++i) {
    made << idOf(m_first->must({"create", "authors", QStringLiteral("name=Author %1").arg(i)}));
    m_first->wrap(killAt("pwrite64,fdatasync,fsync,sendto,recvfrom,write,read", 1 + below(160)));
    if (m_first->run({"sync"}).exitCode != 0) ++died;
    m_first->wrap({});
  }
  qInfo("%d of %d syncs were killed", died, 2 * kills());
  QCOMPARE(trouble(made), QString());
  QCOMPARE(m_second->must({"list", "authors"}).json().array().size(), made.size());
}

/// strace follows PostgreSQL too: any of its processes dies at its n-th write, PostgreSQL recovers by itself.
void ForceTest::law6_theServerKilledAtTheNthWriteOfItsDatabase() {
  if (!straceWorks()) QSKIP("strace can't trace here");
  QStringList made;
  for (int i = 0; i < std::max(2, kills() / 2); ++i) {
    m_server->stop();
    auto wrapper = killAt("pwrite64,fdatasync", 1 + below(12));
    wrapper.insert(1, QStringLiteral("-D"));  // the server stays our own child
    m_server->wrap(wrapper);
    try {
      m_server->start();
    } catch (const std::exception&) {
      qInfo("killed while it started");
    }
    made << idOf(m_first->must({"create", "authors", QStringLiteral("name=Author %1").arg(i)}));
    for (int k = 0; k < 3; ++k) m_first->run({"--timeout", "10", "sync"});
    m_server->wrap({});
    m_server->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->databaseRuns(), 30'000);
    QVERIFY2(m_server->restart() <= kReadyAgain, "the server takes too long to be ready again");
  }
  QCOMPARE(trouble(made), QString());
}

void ForceTest::theDatabaseIsKilledAndNobodyRestartsTheServer() {
  const qint64 pid = m_server->pid();
  QStringList made;
  for (int i = 0; i < kills(); ++i) {
    made << idOf(m_first->must({"create", "authors", QStringLiteral("name=Author %1").arg(i)}));
    made << idOf(m_second->must({"create", "authors", QStringLiteral("name=Other %1").arg(i)}));
    m_first->begin({"sync"});
    m_second->begin({"sync"});
    QTest::qWait(below(400));
    int database = 0;
    QTRY_VERIFY_WITH_TIMEOUT((database = m_server->databasePid()) > 0, 30'000);
    ::kill(database, i % 2 == 0 ? SIGKILL : SIGQUIT);
    // Both end by themselves, without anybody helping, in the time that a sync may take.
    QCOMPARE(m_first->finish().exitCode, 0);
    QCOMPARE(m_second->finish().exitCode, 0);
  }
  QCOMPARE(m_server->pid(), pid);
  QCOMPARE(trouble(made), QString());
  QCOMPARE(m_first->must({"list", "authors"}).json().array().size(), made.size());
}

void ForceTest::cleanupTestCase() {
  m_server->stop();
  QVERIFY(!m_server->databaseRuns());
}

QTEST_GUILESS_MAIN(ForceTest)
#include "force_test.moc"
