// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "replicas.hpp"
#include "seed.hpp"
#include "temp_postgres.hpp"

using namespace foyer::test;

namespace {

/// How many changes each writer makes; a long run asks for more.
int changes() { return timesOf("FOYER_CHANGES", 12); }

}  // namespace

/// Law 6 with real programs: two servers over one database, writers at both, and a reader that misses
/// nothing.
class TwoServersTest : public QObject {
  Q_OBJECT

 private slots:
  void law6_aReaderAtOneServerMissesNothingOfTheOther();
  void law6_aServerThatDiesLeavesTheOtherComplete();

 private:
  void meet();
  QString trouble(const QStringList& made);
  QTemporaryDir m_dir;
  TempDatabase m_database = TempPostgres::shared().create();
  ServerProcess m_left{m_dir.filePath("left")}, m_right{m_dir.filePath("right")};
  std::unique_ptr<ClientProcess> m_writer, m_other, m_reader;
};

/// Two servers with the same keys, as several processes of one operator have them; two writers and a reader.
void TwoServersTest::meet() {
  if (m_writer) return;
  for (ServerProcess* server : {&m_left, &m_right})
    server->useDatabase(QString::fromStdString(m_database.connection()));
  m_left.must({"migrate"});
  m_left.start();
  QDir().mkpath(m_dir.filePath("right/keys"));
  QVERIFY(QFile::copy(m_dir.filePath("left/keys/master.key"), m_dir.filePath("right/keys/master.key")));
  m_right.start();
  m_writer = std::make_unique<ClientProcess>(m_left, m_dir.filePath("writer"), kPassword);
  m_other = std::make_unique<ClientProcess>(m_right, m_dir.filePath("other"), kPassword);
  m_reader = std::make_unique<ClientProcess>(m_right, m_dir.filePath("reader"), kPassword);
  m_writer->must({"register", "ada@example.org", "--name", "Ada"});
  m_writer->must({"sync"});
  for (ClientProcess* device : {m_other.get(), m_reader.get()}) {
    device->must({"sign-in", "ada@example.org"});
    device->must({"sync"});
  }
}

QString TwoServersTest::trouble(const QStringList& made) {
  for (ClientProcess* device : {m_writer.get(), m_other.get(), m_reader.get(), m_writer.get(), m_other.get()})
    if (converge(*device) > kConverged) return QStringLiteral("something waits for too long");
  if (const QString other = difference(m_left, {m_writer.get(), m_other.get(), m_reader.get()});
      !other.isEmpty())
    return other;
  if (const QString back = forgotten({m_writer.get(), m_other.get(), m_reader.get()}); !back.isEmpty())
    return back;
  return missing(*m_reader, "authors", made).join(u' ');
}

void TwoServersTest::law6_aReaderAtOneServerMissesNothingOfTheOther() {
  meet();
  m_reader->begin({"live", "--for", "300"});
  QByteArray seen;
  QTRY_VERIFY_WITH_TIMEOUT((seen += m_reader->listen(50)).contains("\"state\":\"ok\""), 30'000);
  QStringList made;
  for (int i = 0; i < changes(); ++i) {
    made << idOf(m_writer->must({"create", "authors", QStringLiteral("name=Left %1").arg(i)}));
    made << idOf(m_other->must({"create", "authors", QStringLiteral("name=Right %1").arg(i)}));
    m_writer->begin({"sync"});
    m_other->begin({"sync"});
    QCOMPARE(m_writer->finish().exitCode, 0);
    QCOMPARE(m_other->finish().exitCode, 0);
    seen += m_reader->listen(1);
  }
  // Each of them was told while it was connected; nothing is asked for.
  for (const QString& id : made)
    QTRY_VERIFY_WITH_TIMEOUT((seen += m_reader->listen(50)).contains(id.toUtf8()), 30'000);
  m_reader->kill();
  QCOMPARE(trouble(made), QString());
}

void TwoServersTest::law6_aServerThatDiesLeavesTheOtherComplete() {
  meet();
  std::mt19937_64 random(seedOfRun());
  QStringList made;
  for (int i = 0; i < changes() / 2; ++i) {
    made << idOf(m_writer->must({"create", "authors", QStringLiteral("name=Left again %1").arg(i)}));
    made << idOf(m_other->must({"create", "authors", QStringLiteral("name=Right again %1").arg(i)}));
    m_writer->begin({"sync"});
    m_other->begin({"sync"});
    QTest::qWait(static_cast<int>(random() % 200));
    m_left.kill();
    QCOMPARE(m_other->finish().exitCode, 0);
    QVERIFY2(m_left.restart() <= kReadyAgain, "the server takes too long to be ready again");
    m_writer->kill();
  }
  QCOMPARE(trouble(made), QString());
}

QTEST_GUILESS_MAIN(TwoServersTest)
#include "two_servers_test.moc"
