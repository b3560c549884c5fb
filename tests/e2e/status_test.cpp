// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "replicas.hpp"

using namespace foyer::test;

namespace {

QJsonObject statusOf(ClientProcess& device, const QStringList& more = {}) {
  return device.run(QStringList{"status"} + more).json().object();
}

QJsonObject personOf(const QJsonObject& status) {
  for (const QJsonValue& scope : status["scopes"].toArray())
    if (scope["kind"] == QStringLiteral("person")) return scope.toObject();
  return {};
}

}  // namespace

/// What `foyer status` says about itself, from outside: state, what waits, why, what was checked, what is
/// next.
class StatusTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void init();
  void law15_everythingIsCheckedAfterASync();
  void law15_whatWaitsIsCounted();
  void law15_aConflictIsCounted();
  void law15_aHeldChangeSaysWhy();
  void law15_withoutAServerItSaysWhyAndWhatIsNext();
  void law15_liveTellsTheWholeStatus();
  void law15_whatHappenedHereIsToldWithoutAServer();

 private:
  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<ClientProcess> m_phone, m_tablet;
  int m_people = 0;
};

void StatusTest::initTestCase() {
  openFolder(m_dir.path());
  qputenv("FOYER_QUOTA_SCOPE_RECORDS", "12");
  m_server = std::make_unique<ServerProcess>(m_dir.filePath(QStringLiteral("server")));
  m_server->start();
}

/// Somebody with a phone and a tablet, both complete.
void StatusTest::init() {
  const QString who = QStringLiteral("ada%1@example.org").arg(++m_people);
  const auto device = [&](const char* name) {
    return std::make_unique<ClientProcess>(
        *m_server, m_dir.filePath(QStringLiteral("%1%2").arg(QString::fromLatin1(name)).arg(m_people)),
        kPassword);
  };
  m_phone = device("phone");
  m_tablet = device("tablet");
  m_phone->must({"register", who, "--name", "Ada"});
  m_phone->must({"sync"});
  m_tablet->must({"sign-in", who});
  m_tablet->must({"sync"});
}

void StatusTest::law15_everythingIsCheckedAfterASync() {
  m_phone->must({"create", "authors", "name=Agnès"});
  m_phone->must({"sync"});
  const auto outcome = m_phone->must({"status"});
  const QJsonObject all = outcome.json().object();
  QCOMPARE(all["state"].toString(), QStringLiteral("ok"));
  QVERIFY(all["connected"].toBool());
  QVERIFY(!all.contains("why"));
  const QJsonObject mine = personOf(all);
  QCOMPARE(mine["state"].toString(), QStringLiteral("ok"));
  QVERIFY(mine["verified"].toInteger() > 0);
  QVERIFY(mine["verified_version"].toInteger() > 0);
  QCOMPARE(mine["verified_version"], mine["cursor"]);
  QCOMPARE(mine["behind"].toInteger(-1), 0);

  const QJsonObject stored = statusOf(*m_phone, {"--offline"});
  QCOMPARE(stored["state"].toString(), QStringLiteral("off"));
  QCOMPARE(personOf(stored)["verified_version"], mine["verified_version"]);
}

void StatusTest::law15_whatWaitsIsCounted() {
  m_phone->must({"create", "authors", "name=Agnès"});
  QCOMPARE(statusOf(*m_phone, {"--offline"})["queued"].toInteger(), 1);
  QCOMPARE(personOf(statusOf(*m_phone, {"--offline"}))["queued"].toInteger(), 1);
  m_phone->must({"sync"});
  QCOMPARE(statusOf(*m_phone, {"--offline"})["queued"].toInteger(-1), 0);
}

void StatusTest::law15_aConflictIsCounted() {
  const QString id = idOf(m_phone->must({"create", "authors", "name=Agnès"}));
  m_phone->must({"sync"});
  m_tablet->must({"sync"});
  m_phone->must({"edit", id, "name=Agnès V."});
  m_tablet->must({"edit", id, "name=A. Varda"});
  m_phone->must({"sync"});
  m_tablet->must({"sync"});
  m_phone->must({"sync"});
  for (const QStringList& how : {QStringList{"--offline"}, QStringList{}}) {
    const QJsonObject all = statusOf(*m_phone, how);
    QCOMPARE(all["conflicts"].toInteger(), 1);
    QCOMPARE(personOf(all)["state"].toString(), QStringLiteral("fork"));
  }
}

void StatusTest::law15_aHeldChangeSaysWhy() {
  for (int i = 0; i < 13; ++i) m_phone->must({"create", "authors", QStringLiteral("name=Author %1").arg(i)});
  m_phone->run({"sync"});
  const auto outcome = m_phone->run({"status"});
  QCOMPARE(outcome.exitCode, 4);
  const QJsonObject mine = personOf(outcome.json().object());
  QCOMPARE(mine["state"].toString(), QStringLiteral("held"));
  const QJsonArray items = mine["held_items"].toArray();
  QCOMPARE(qint64(items.size()), mine["held"].toInteger());
  QVERIFY(!items.isEmpty());
  QCOMPARE(items[0]["reason"]["code"].toString(), QStringLiteral("quota_exceeded"));
  QVERIFY(items[0]["reason"]["message"].toString().contains(QStringLiteral("at most 12")));
}

void StatusTest::law15_withoutAServerItSaysWhyAndWhatIsNext() {
  m_phone->must({"create", "authors", "name=Agnès"});
  m_server->stop();
  const QJsonObject all = statusOf(*m_phone);
  m_server->start();
  QCOMPARE(all["state"].toString(), QStringLiteral("off"));
  QCOMPARE(all["queued"].toInteger(), 1);
  QCOMPARE(all["why"]["code"].toString(), QStringLiteral("unreachable"));
  QVERIFY(all["why"]["message"].toString().size() > 5);
  QVERIFY(all["next_try"].toInteger() > 0);
}

void StatusTest::law15_liveTellsTheWholeStatus() {
  m_phone->begin({"live", "--for", "3"});
  const auto followed = m_phone->finish();
  bool green = false;
  for (const QByteArray& line : followed.output.split('\n')) {
    const QJsonObject told = QJsonDocument::fromJson(line).object();
    if (!told.contains(QStringLiteral("scopes"))) continue;
    green = green ||
            (told["state"] == QStringLiteral("ok") && personOf(told)["verified_version"].toInteger() > 0);
  }
  QVERIFY2(green, followed.output + followed.errors);
}

void StatusTest::law15_whatHappenedHereIsToldWithoutAServer() {
  const QString id = idOf(m_phone->must({"create", "authors", "name=Agnès"}));
  m_phone->must({"sync"});
  m_phone->must({"edit", id, "name=Agnès V."});
  m_server->stop();
  const auto here = m_phone->run({"history", "authors", id});
  m_server->start();
  QCOMPARE(here.exitCode, 3);
  const QJsonArray local = here.json().array();
  QCOMPARE(local.size(), 1);
  QCOMPARE(local[0]["state"].toString(), QStringLiteral("queued"));
  QCOMPARE(local[0]["changes"]["name"]["is"].toString(), QStringLiteral("Agnès V."));
  const QJsonArray both = m_phone->must({"history", "authors", id}).json().array();
  QCOMPARE(both.size(), 2);
  QCOMPARE(both[1]["what"].toString(), QStringLiteral("created"));
}

QTEST_GUILESS_MAIN(StatusTest)
#include "status_test.moc"
