// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <array>
#include <thread>

#include "server/db/migrate.hpp"
#include "server/db/pool.hpp"
#include "temp_postgres.hpp"

using namespace foyer;
using namespace foyer::server;

class TestServerMigrate : public QObject {
  Q_OBJECT
 private slots:
  void appliesEachOnce();
  void serversMayMigrateAtTheSameTime();
  void refusesWhatItDoesNotKnow();
  void aFailedMigrationLeavesNothing();
  void poolSurvivesALostConnection();
  void poolRollsBackOnAnException();
};

void TestServerMigrate::appliesEachOnce() {
  const test::TempDatabase db = test::TempPostgres::shared().create();
  const auto before = checkSchema(db.connection());
  QVERIFY(!before);
  QCOMPARE(before.error().code, Code::conflict);
  const auto first = migrate(db.connection());
  QVERIFY(first.ok());
  QCOMPARE(first->size(), migrations().size());
  const auto second = migrate(db.connection());
  QVERIFY(second.ok());
  QVERIFY(second->empty());
  QVERIFY(checkSchema(db.connection()).ok());
}

void TestServerMigrate::serversMayMigrateAtTheSameTime() {
  const test::TempDatabase db = test::TempPostgres::shared().create();
  std::array<std::size_t, 4> applied{};
  std::vector<std::thread> servers;
  for (std::size_t& count : applied) {
    servers.emplace_back([&] {
      const auto done = migrate(db.connection());
      count = done.ok() ? done->size() : 1000;
    });
  }
  for (std::thread& server : servers) server.join();
  std::size_t sum = 0;
  for (const std::size_t count : applied) sum += count;
  QCOMPARE(sum, migrations().size());
}

void TestServerMigrate::refusesWhatItDoesNotKnow() {
  const test::TempDatabase db = test::TempPostgres::shared().create();
  const std::array<Migration, 2> newer{Migration{1, "0001_one", "CREATE TABLE one (x int)"},
                                       Migration{2, "0002_two", "CREATE TABLE two (x int)"}};
  QVERIFY(migrate(db.connection(), newer).ok());
  const auto older = std::span(newer).first(1);
  QCOMPARE(checkSchema(db.connection(), older).error().code, Code::tooNew);
  QCOMPARE(migrate(db.connection(), older).error().code, Code::tooNew);
  const std::array<Migration, 2> altered{newer[0], Migration{2, "0002_two", "CREATE TABLE two (y int)"}};
  QCOMPARE(checkSchema(db.connection(), altered).error().code, Code::damaged);
}

void TestServerMigrate::aFailedMigrationLeavesNothing() {
  const test::TempDatabase db = test::TempPostgres::shared().create();
  const std::array<Migration, 2> list{Migration{1, "0001_one", "CREATE TABLE one (x int)"},
                                      Migration{2, "0002_two", "CREATE TABLE two (x int); SELECT 1/0"}};
  QVERIFY(!migrate(db.connection(), list).ok());
  Pool pool(db.connection());
  const auto exists = [&](const std::string& table) {
    return pool.transaction("exists", [&](pqxx::work& tx) {
      return tx.exec1("SELECT to_regclass('" + table + "') IS NOT NULL")[0].as<bool>();
    });
  };
  QVERIFY(exists("one"));
  QVERIFY(!exists("two"));
  QVERIFY(checkSchema(db.connection(), std::span(list).first(1)).ok());
}

void TestServerMigrate::poolSurvivesALostConnection() {
  const test::TempDatabase db = test::TempPostgres::shared().create();
  Pool pool(db.connection());
  const auto pid = [&] {
    return pool.transaction("pid",
                            [](pqxx::work& tx) { return tx.exec1("SELECT pg_backend_pid()")[0].as<int>(); });
  };
  const int first = pid();
  QCOMPARE(pid(), first);  // one connection serves both
  test::TempPostgres::shared().execute("SELECT pg_terminate_backend(" + std::to_string(first) + ")");
  QVERIFY(pid() != first);
}

void TestServerMigrate::poolRollsBackOnAnException() {
  const test::TempDatabase db = test::TempPostgres::shared().create();
  Pool pool(db.connection());
  pool.transaction("make", [](pqxx::work& tx) { tx.exec("CREATE TABLE t (x int)"); });
  QVERIFY_EXCEPTION_THROWN(pool.transaction("fail",
                                            [](pqxx::work& tx) {
                                              tx.exec("INSERT INTO t VALUES (1)");
                                              throw std::runtime_error("no");
                                            }),
                           std::runtime_error);
  const int rows = pool.transaction(
      "count", [](pqxx::work& tx) { return tx.exec1("SELECT count(*) FROM t")[0].as<int>(); });
  QCOMPARE(rows, 0);
  QVERIFY_EXCEPTION_THROWN(noNul(std::string_view("a\0b", 3)), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestServerMigrate)
#include "test_server_migrate.moc"
