// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "processes.hpp"

using foyer::test::ClientProcess;
using foyer::test::ServerProcess;

namespace {

const QString kPassword = QStringLiteral("a quiet evening at the cinema");
const QString kEmail = QStringLiteral("ada@example.org");

QString idOf(const ClientProcess::Outcome& outcome) { return outcome.json()["id"].toString(); }

QJsonObject digestOf(ClientProcess& device, const QString& scope) {
  return device.must({"digest", scope}).json().array().at(0).toObject();
}

}  // namespace

/// Law 13: a client built with an older list of collections beside a newer server and a newer client.
class OlderTest : public QObject {
  Q_OBJECT

 private slots:
  void law13_anOlderClientSyncsEditsAndLosesNothing();
  void law13_afterItsUpgradeItFetchesWhatItLacked();
  void cleanupTestCase() { m_server->stop(); }

 private:
  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<ClientProcess> m_newer, m_older;
  QString m_family, m_item, m_round;
};

void OlderTest::law13_anOlderClientSyncsEditsAndLosesNothing() {
  QFile::setPermissions(m_dir.path(), QFile::permissions(m_dir.path()) | QFile::ExeOther);
  m_server = std::make_unique<ServerProcess>(m_dir.filePath(QStringLiteral("server")));
  m_server->start();
  m_newer = std::make_unique<ClientProcess>(*m_server, m_dir.filePath(QStringLiteral("newer")), kPassword);
  m_older = std::make_unique<ClientProcess>(*m_server, m_dir.filePath(QStringLiteral("older")), kPassword);
  m_older->useProgram(QStringLiteral("foyer-level1"));

  m_newer->must({"register", kEmail, "--name", "Ada"});
  m_family = idOf(m_newer->must({"family", "create", "Home"}));
  const QString list = idOf(m_newer->must({"create", "lists", "name=Sunday", "--scope", m_family}));
  m_item = idOf(
      m_newer->must({"create", "list_items", "list=" + list, "title=Playtime", "kind=movie",
                     "title_id=0190163d-0000-7000-8000-000000000001", "minutes=124", "--scope", m_family}));
  m_round = idOf(m_newer->must(
      {"create", "tonight_rounds", "evening=2026-11-21", "started_by=" + m_family, "--scope", m_family}));
  m_newer->must({"sync"});

  m_older->must({"sign-in", kEmail});
  m_older->must({"sync"});
  const auto seen = m_older->must({"get", m_item}).json()["fields"].toObject();
  QCOMPARE(seen["title"].toString(), QStringLiteral("Playtime"));
  QVERIFY(!seen.contains(QStringLiteral("minutes")));
  QVERIFY(m_older->run({"list", "tonight_rounds"}).exitCode != 0);
  QVERIFY(digestOf(*m_older, m_family)["verified"].toInteger() > 0);
  QVERIFY(digestOf(*m_older, m_family)["digest"] != digestOf(*m_newer, m_family)["digest"]);

  m_older->must({"edit", m_item, "note=Bring popcorn.", "title=PlayTime"});
  m_newer->must({"edit", m_item, "minutes=155"});
  m_older->must({"sync"});
  m_newer->must({"sync"});
  m_older->must({"sync"});
  const auto now = m_newer->must({"get", m_item}).json()["fields"].toObject();
  QCOMPARE(now["title"].toString(), QStringLiteral("PlayTime"));
  QCOMPARE(now["note"].toString(), QStringLiteral("Bring popcorn."));
  QCOMPARE(now["minutes"].toInt(), 155);
  QCOMPARE(m_older->must({"conflicts", "list"}).json().array().size(), 0);
}

void OlderTest::law13_afterItsUpgradeItFetchesWhatItLacked() {
  for (int i = 0; i < 40; ++i)
    m_newer->must({"create", "lists", QStringLiteral("name=List %1").arg(i), "--scope", m_family});
  m_newer->must({"sync"});
  m_older->must({"sync"});
  const QByteArray before = m_older->must({"export", m_family}).output;
  m_older->useProgram(QStringLiteral("foyer"));
  const qint64 sent = m_server->counted("foyer_sync_rows_sent_total");
  m_older->must({"sync"});
  // The item with its running time and the evening's round: not the forty lists, nor anything else.
  QCOMPARE(m_server->counted("foyer_sync_rows_sent_total") - sent, qint64{2});
  const QByteArray after = m_older->must({"export", m_family}).output;
  QVERIFY(before != after);
  QCOMPARE(after, m_newer->must({"export", m_family}).output);
  QCOMPARE(after, m_server->exportScope(m_family));
  QCOMPARE(m_older->must({"get", m_item}).json()["fields"]["minutes"].toInt(), 155);
  QCOMPARE(idOf(m_older->must({"get", m_round})), m_round);
  QCOMPARE(digestOf(*m_older, m_family)["digest"], digestOf(*m_newer, m_family)["digest"]);
  QVERIFY(digestOf(*m_older, m_family)["verified"].toInteger() > 0);
}

QTEST_GUILESS_MAIN(OlderTest)
#include "older_test.moc"
