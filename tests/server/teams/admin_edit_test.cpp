// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <pqxx/pqxx>

#include "crypto/derived_id.hpp"
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
    scope = ana.account;
    list = app.create(ana, scope, "lists", Uuid::v7(app.clock.wallMs()), {{"name", std::string("Sunday")}});
  }
  /// The number of the queued edit, or the database's refusal.
  std::string edit(const std::string& changes, const std::string& collection = "lists") {
    pqxx::connection db(app.database.connection());
    pqxx::work tx(db);
    try {
      const auto row = tx.exec_params1("SELECT foyer_edit($1::uuid, $2, $3::uuid, nullif($4, 'NULL')::jsonb)",
                                       scope.str(), collection, list.str(), changes);
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
  void runJobs() { app.runJobs(); }
  std::int64_t head() { return app.store.scope(ana.account)->head; }
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
  Uuid scope, list;
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

  void law6_aCrashBeforeDoneAppliesOnce() {
    Prompt p;
    p.edit("{\"name\": \"Monday\"}");
    // The process dies as soon as the scope's transaction is committed.
    p.app.sync.onCommitted([](const server::ScopeChange&) { throw std::runtime_error("killed"); });
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, p.runJobs());
    p.app.sync.onCommitted({});
    QCOMPARE(p.row().text("name"), std::string_view("Monday"));
    p.app.edit(p.ana, p.ana.account, "lists", p.list, {{"name", std::string("Tuesday")}}, p.head());
    p.app.clock.advance(60'000);  // the job comes back
    p.runJobs();
    QCOMPARE(p.row().text("name"), std::string_view("Tuesday"));
    QVERIFY(p.app.records(p.ana.account, "conflicts").empty());
  }

  void law6_anEditMeanwhileGetsACard() {
    Prompt p;
    p.edit("{\"name\": \"Monday\", \"description\": \"by the door\"}");
    p.app.edit(p.ana, p.ana.account, "lists", p.list, {{"name", std::string("Tuesday")}}, p.head());
    p.runJobs();
    QCOMPARE(p.row().text("name"), std::string_view("Monday"));
    const auto cards = p.app.records(p.ana.account, "conflicts");
    QCOMPARE(cards.size(), std::size_t{1});
    QCOMPARE(p.app.sync.counts().conflicts.load(), std::int64_t{1});
    QVERIFY(cards[0].uuid("subject_id") == p.list && cards[0].text("field") == "name");
    QCOMPARE(cards[0].text("lost_value"), std::string_view("\"Tuesday\""));
    QVERIFY(cards[0].uuid("lost_by_account") == p.ana.account);
    // What it knew gives no card.
    p.edit("{\"name\": \"Wednesday\"}");
    p.runJobs();
    QCOMPARE(p.row().text("name"), std::string_view("Wednesday"));
    QCOMPARE(p.app.records(p.ana.account, "conflicts").size(), std::size_t{1});
  }

  void law7_textsOfBothAreKept() {
    Prompt p;
    const auto write = [&](const std::string& text, const std::string& was) {
      p.app.edit(p.ana, p.ana.account, "lists", p.list, {{"description", text}}, p.head(), was);
    };
    write("one two three", "");
    p.edit("{\"description\": \"one two three four\"}");
    write("zero one two three", "one two three");
    p.runJobs();
    QCOMPARE(p.row().text("description"), std::string_view("zero one two three four"));
    QVERIFY(p.app.records(p.ana.account, "conflicts").empty());
  }

  void law8_aDeletionInSqlYieldsToAnEditMeanwhile() {
    Prompt p;
    p.edit("NULL");
    p.app.edit(p.ana, p.ana.account, "lists", p.list, {{"name", std::string("Tuesday")}}, p.head());
    p.runJobs();
    QVERIFY(p.row().state == model::State::live);
    QCOMPARE(p.app.records(p.ana.account, "conflicts").at(0).text("kind"), std::string_view("kept"));
  }

  void law6_settingATrashedRecordLeavesItThere() {
    Prompt p;
    p.app.remove(p.ana, p.ana.account, "lists", p.list);
    const std::string number = p.edit("{\"name\": \"Monday\"}");
    p.runJobs();
    QCOMPARE(p.errorOf(number), std::string());
    QVERIFY(p.row().state == model::State::trashed);
    QCOMPARE(p.row().text("name"), std::string_view("Monday"));
  }

  void anAssignmentCancelledInSqlLeavesTheGate() {
    Prompt p;
    p.scope = p.app.makeProject(p.ana);
    const Uuid gate = crypto::gateScopeOf(p.scope);
    const auto assign = [&](const char* name) {
      return p.list = p.app.create(p.ana, p.scope, "assignments", Uuid::v7(p.app.clock.wallMs()),
                                   {{"name", std::string(name)}, {"status", std::string("confirmed")}});
    };
    const auto atGate = [&] {
      p.runJobs();
      return p.app.records(gate, "roster").size();
    };
    const Uuid lina = assign("Lina"), omar = assign("Omar"), zoe = assign("Zoe");
    QCOMPARE(atGate(), std::size_t{3});
    p.list = lina;
    p.edit("{\"status\": \"cancelled\"}", "assignments");
    QCOMPARE(atGate(), std::size_t{2});
    p.list = omar;
    p.edit("NULL", "assignments");
    QCOMPARE(atGate(), std::size_t{1});
    p.list = zoe;
    p.edit("{\"blocked\": true}", "assignments");
    QCOMPARE(atGate(), std::size_t{1});
    QCOMPARE(p.app.records(gate, "roster").at(0).number("blocked"), std::int64_t{1});
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
    p.scope = Uuid::v7(5);
    QVERIFY(p.edit("{\"name\": \"x\"}").find("there is no scope") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(AdminEditTest)
#include "admin_edit_test.moc"
