// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include "replicas.hpp"

using namespace foyer::test;

namespace {

constexpr char kQuota[] = "FOYER_QUOTA_SCOPE_RECORDS";
constexpr int kHeld = 4;  // the client's exit status: something needs attention

/// A list of the client: one object a line, or one array.
QList<QJsonObject> objectsOf(const ClientProcess::Outcome& outcome) {
  QList<QJsonObject> all;
  if (outcome.json().isArray()) {
    for (const QJsonValue& value : outcome.json().array()) all << value.toObject();
    return all;
  }
  for (const QByteArray& line : outcome.output.split('\n'))
    if (!line.isEmpty()) all << QJsonDocument::fromJson(line).object();
  return all;
}

QJsonObject itemOf(const ClientProcess::Outcome& outcome, const QString& record) {
  for (const QJsonObject& item : objectsOf(outcome))
    if (item["id"].toString() == record) return item;
  return {};
}

}  // namespace

/// Law 9 from the command line: every way on from a change that the server did not accept.
class AttentionTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(m_dir.isValid());
    openFolder(m_dir.path());
  }
  void cleanup() { qunsetenv(kQuota); }
  void law9_aRefusedChangeHasEveryWayOn();
  void whatWasDeletedIsListedAndRestored();

 private:
  QTemporaryDir m_dir;
};

void AttentionTest::law9_aRefusedChangeHasEveryWayOn() {
  qputenv(kQuota, "3");
  ServerProcess server(m_dir.filePath(QStringLiteral("server")));
  server.start();
  ClientProcess ada(server, m_dir.filePath(QStringLiteral("ada")), kPassword);
  ada.must({"register", "ada@example.org", "--name", "Ada"});
  for (const char* name : {"one", "two", "three"})
    ada.must({"create", "lists", QString("name=%1").arg(name)});
  const QString list = idOf(ada.must({"create", "lists", "name=one too many"}));
  const QString film = idOf(ada.must({"create", "list_items", "list=" + list, "title=Alien", "kind=movie",
                                      "title_id=" + QUuid::createUuid().toString(QUuid::WithoutBraces)}));
  QCOMPARE(ada.run({"sync"}).exitCode, kHeld);

  const auto listed = ada.run({"attention", "list"});
  QCOMPARE(listed.exitCode, kHeld);
  QJsonObject item = itemOf(listed, list);
  QCOMPARE(item["reason"].toObject()["code"].toString(), QStringLiteral("quota_exceeded"));
  QCOMPARE(item["waiting_behind"].toInt(), 1);
  QVERIFY(itemOf(listed, film).isEmpty());  // part of that item
  const QString number = QString::number(item["item"].toInt());

  const auto exported = ada.must({"attention", "export", number});
  const QList<QByteArray> lines = exported.output.trimmed().split('\n');
  QCOMPARE(lines.size(), 2);
  for (const QByteArray& line : lines) {
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(line, &error);
    QVERIFY2(error.error == QJsonParseError::NoError && parsed.isObject(), line);
  }
  QVERIFY(lines[0].contains("one too many") && lines[1].contains("Alien"));

  ada.must({"attention", "discard", number});
  QCOMPARE(ada.run({"get", list}).exitCode, 1);
  QVERIFY(itemOf(ada.run({"attention", "list"}), list).isEmpty());
  QVERIFY(!itemOf(ada.must({"attention", "discarded"}), list).isEmpty());
  QCOMPARE(ada.run({"attention", "retry", number}).exitCode, 1);
  ada.must({"attention", "restore", number});
  QVERIFY(objectsOf(ada.must({"attention", "discarded"})).isEmpty());
  QCOMPARE(itemOf(ada.run({"attention", "list"}), list)["waiting_behind"].toInt(), 1);
  ada.must({"get", film});

  // Still no room: it is held again, under its new numbers.
  ada.must({"attention", "retry", number});
  QCOMPARE(ada.run({"sync"}).exitCode, kHeld);
  item = itemOf(ada.run({"attention", "list"}), list);
  QCOMPARE(item["reason"].toObject()["code"].toString(), QStringLiteral("quota_exceeded"));

  server.stop();
  qputenv(kQuota, "100");
  server.start();
  for (const QJsonObject& held : objectsOf(ada.run({"attention", "list"})))
    if (held["id"].toString() != list)
      ada.must({"attention", "retry", QString::number(held["item"].toInt())});
  ada.must({"attention", "retry", QString::number(item["item"].toInt()), "name=a better name"});
  ada.must({"sync"});
  QVERIFY(objectsOf(ada.must({"attention", "list"})).isEmpty());
  const QByteArray onServer = server.exportScope(ada.must({"account"}).json()["account"].toString());
  QVERIFY2(onServer.contains("a better name") && onServer.contains("Alien"), onServer);
  QVERIFY(!onServer.contains("one too many"));
}

void AttentionTest::whatWasDeletedIsListedAndRestored() {
  ServerProcess server(m_dir.filePath(QStringLiteral("server2")));
  server.start();
  ClientProcess ada(server, m_dir.filePath(QStringLiteral("ada2")), kPassword);
  ada.must({"register", "ada@example.org", "--name", "Ada"});
  const QString list = idOf(ada.must({"create", "lists", "name=Sunday", "description=all of it"}));
  ada.must({"sync"});
  ada.must({"delete", list});
  ada.must({"sync"});
  QVERIFY(itemOf(ada.must({"list", "lists"}), list).isEmpty());
  const QJsonObject trashed = itemOf(ada.must({"list", "lists", "--deleted"}), list);
  QCOMPARE(trashed["id"].toString(), list);
  ada.must({"restore", list});
  QVERIFY(itemOf(ada.must({"list", "lists", "--deleted"}), list).isEmpty());
  ada.must({"sync"});
  ClientProcess other(server, m_dir.filePath(QStringLiteral("other")), kPassword);
  other.must({"sign-in", "ada@example.org"});
  other.must({"sync"});
  const auto there = other.must({"get", list});
  QVERIFY2(there.output.contains("Sunday") && there.output.contains("all of it"), there.output);
}

QTEST_GUILESS_MAIN(AttentionTest)
#include "attention_test.moc"
