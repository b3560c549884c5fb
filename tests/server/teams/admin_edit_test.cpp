// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <pqxx/pqxx>

#include "schema/collections.hpp"
#include "team_app.hpp"

using namespace foyer;
using test::Person;
using test::TeamApp;

namespace {

/// An administrator at the database's prompt, and a server that runs its jobs.
struct Prompt {
  Prompt() {
    ana = app.join("ana");
    list = app.create(ana, ana.account, "lists", Uuid::v7(app.clock.wallMs()),
                      {{"name", std::string("Sunday")}});
  }
  /// The number of the queued edit, or the database's refusal.
  std::string edit(const std::string& changes, const std::string& collection = "lists") {
    pqxx::connection db(app.database.connection());
    pqxx::work tx(db);
    try {
      const auto row = tx.exec_params1("SELECT foyer_edit($1::uuid, $2, $3::uuid, nullif($4, 'NULL')::jsonb)",
                                       ana.account.str(), collection, list.str(), changes);
      tx.commit();
      return row[0].as<std::string>();
    } catch (const pqxx::sql_error& error) {
      return error.what();
    }
  }
  std::string errorOf(const std::string& number) {
    pqxx::connection db(app.database.connection());
    pqxx::work tx(db);
    return tx.exec_params1("SELECT coalesce(error, '') FROM admin_edits WHERE id = $1", std::stoll(number))[0]
        .as<std::string>();
  }
  void runJobs() {
    const server::FoyerRules rules({}, {}, {}, server::adminEditsOf(app.pool));
    server::SyncService(app.store, app.clock, rules).runJobs();
  }
  model::Record row() {
    const server::RecordKey key{&schema::collection("lists"), list};
    return app.store.read(ana.account, {&key, 1})->records.at(0);
  }
  protocol::Page pull(std::int64_t since) {
    protocol::Pull pull;
    pull.scope = ana.account;
    pull.epoch = 1;
    pull.from.since = since;
    return app.sync.pull(ana.principal(), pull)->message();
  }

  TeamApp app;
  Person ana;
  Uuid list;
};

}  // namespace

/// Law 6: an administrator's edit in SQL travels to every device.
class AdminEditTest : public QObject {
  Q_OBJECT

 private slots:
  void law6_anEditInSqlReachesDevices() {
    Prompt p;
    const std::int64_t before = p.row().version;
    const std::string number = p.edit("{\"name\": \"Monday\", \"description\": null}");
    p.runJobs();
    QCOMPARE(p.errorOf(number), std::string());
    QCOMPARE(p.row().text("name"), std::string_view("Monday"));
    QVERIFY(p.row().version > before);
    const auto page = p.pull(before);
    QCOMPARE(page.rows.size(), std::size_t{1});
    QCOMPARE(page.rows[0].text("name"), std::string_view("Monday"));
    const auto history =
        p.app.store.history(p.ana.account, {&schema::collection("lists"), p.list}, INT64_MAX, 9);
    QVERIFY(history.at(0).account.isNil());  // the server itself
  }

  void law6_aDeletionInSqlGoesToTheTrash() {
    Prompt p;
    p.edit("NULL");
    p.runJobs();
    QVERIFY(p.row().state == model::State::trashed);
    QCOMPARE(p.row().text("name"), std::string_view("Sunday"));
  }

  void law6_aRolledBackEditNeverHappened() {
    Prompt p;
    {
      pqxx::connection db(p.app.database.connection());
      pqxx::work tx(db);
      tx.exec_params("SELECT foyer_edit($1::uuid, 'lists', $2::uuid, '{\"name\": \"never\"}')",
                     p.ana.account.str(), p.list.str());
    }
    p.runJobs();
    QCOMPARE(p.row().text("name"), std::string_view("Sunday"));
  }

  void law6_anEditIsAppliedOnce() {
    Prompt p;
    const std::string number = p.edit("{\"name\": \"Monday\"}");
    p.runJobs();
    const std::int64_t version = p.row().version;
    pqxx::connection db(p.app.database.connection());
    pqxx::work tx(db);
    tx.exec_params(
        "INSERT INTO jobs (kind, scope_id, payload, due_at) VALUES ('admin_edit', $1::uuid, $2, 0)",
        p.ana.account.str(), number);
    tx.commit();
    p.runJobs();
    QCOMPARE(p.row().version, version);
  }

  void badEditsAreRefusedWithAReason_data() {
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown field") << QByteArray("{\"colour\": \"red\"}") << "no field colour";
    QTest::newRow("too long") << QByteArray("{\"name\": \"" + QByteArray(256, 'x') + "\"}") << "255";
    QTest::newRow("required") << QByteArray("{\"name\": null}") << "must not be empty";
    QTest::newRow("another type") << QByteArray("{\"name\": 7}") << "name";
    QTest::newRow("nothing") << QByteArray("{}") << "changes is an object";
    QTest::newRow("a list") << QByteArray("[1]") << "changes is an object";
    QTest::newRow("no JSON") << QByteArray("{name}") << "json";
  }

  void badEditsAreRefusedWithAReason() {
    QFETCH(QByteArray, changes);
    QFETCH(QString, says);
    Prompt p;
    std::string said = p.edit(changes.toStdString());
    p.runJobs();
    if (said.find_first_not_of("0123456789") == std::string::npos) said = p.errorOf(said);
    QVERIFY2(QString::fromStdString(said).contains(says), said.c_str());
    QCOMPARE(p.row().text("name"), std::string_view("Sunday"));
  }

  void anEditOfNothingIsRefused() {
    Prompt p;
    const std::string number = p.edit("{\"name\": \"x\"}", "watch_entries");
    p.runJobs();
    QVERIFY(!p.errorOf(number).empty());
    p.list = Uuid::v7(4);
    const std::string other = p.edit("{\"name\": \"x\"}");
    p.runJobs();
    QCOMPARE(p.errorOf(other), std::string("There is no such record."));
    p.ana.account = Uuid::v7(5);
    QVERIFY(p.edit("{\"name\": \"x\"}").find("there is no scope") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(AdminEditTest)
#include "admin_edit_test.moc"
