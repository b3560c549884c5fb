// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "replicas.hpp"

using namespace foyer::test;

namespace {

/// Runs SQL in a device's file, past the store.
void behindTheStoresBack(const QString& file, const char* sql) {
  sqlite3* db = nullptr;
  char* why = nullptr;
  const bool done = sqlite3_open(file.toUtf8().constData(), &db) == SQLITE_OK &&
                    sqlite3_exec(db, sql, nullptr, nullptr, &why) == SQLITE_OK && sqlite3_changes(db) == 1;
  const std::string what = why == nullptr ? "no row changed" : why;
  sqlite3_free(why);
  sqlite3_close(db);
  if (!done) throw std::runtime_error(what);
}

}  // namespace

/// Law 10 with the real programs: what was changed in a device's file is found and put right.
class VerifyTest : public QObject {
  Q_OBJECT

 private slots:
  void law10_aFlippedByteIsFoundAndRepaired();
};

void VerifyTest::law10_aFlippedByteIsFoundAndRepaired() {
  QTemporaryDir dir;
  openFolder(dir.path());
  ServerProcess server(dir.filePath("server"));
  server.start();
  ClientProcess phone(server, dir.filePath("phone"), kPassword);
  phone.must({"register", "ada@example.org", "--name", "Ada"});
  for (int i = 0; i < 10; ++i)
    phone.must({"create", "authors", QStringLiteral("name=Author %1").arg(i), "bio=She filmed the beach."});
  phone.must({"sync"});
  QCOMPARE(difference(server, {&phone}), QString());
  QCOMPARE(phone.must({"verify"}).json()["changed"].toInteger(), 0);

  const QString file = dir.filePath("phone/foyer.sqlite");
  behindTheStoresBack(file, "UPDATE authors SET bio = 'She filmed the reach.' WHERE name = 'Author 3'");
  QVERIFY(!difference(server, {&phone}).isEmpty());
  const auto found = phone.must({"verify"}).json();
  QCOMPARE(found["changed"].toInteger(), 1);
  QVERIFY(found["verified"].toBool());
  QCOMPARE(difference(server, {&phone}), QString());

  behindTheStoresBack(file, "DELETE FROM authors WHERE name = 'Author 5'");
  phone.must({"verify"});
  QCOMPARE(difference(server, {&phone}), QString());
  QCOMPARE(phone.must({"verify"}).json()["changed"].toInteger(), 0);
  QCOMPARE(forgotten({&phone}), QString());
  server.stop();
}

QTEST_GUILESS_MAIN(VerifyTest)
#include "verify_test.moc"
