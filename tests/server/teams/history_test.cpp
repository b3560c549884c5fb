// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "schema/collections.hpp"
#include "team_app.hpp"

using namespace foyer;
using test::Person;
using test::TeamApp;

namespace {

std::string path(const Uuid& scope, const Uuid& id, const std::string& collection = "lists") {
  return "/api/v1/scopes/" + scope.str() + "/records/" + collection + "/" + id.str() + "/history";
}

Uuid makeList(TeamApp& app, const Person& who, const Uuid& family, const std::string& name) {
  return app.create(who, family, "lists", Uuid::v7(app.clock.wallMs()), {{"name", name}});
}

void rename(TeamApp& app, const Uuid& family, const Uuid& list, const std::string& name) {
  app.sync.write(family, {}, [&](server::ScopeWriter& writer) {
    writer.set({&schema::collection("lists"), list}, "name", name);
  });
}

}  // namespace

/// What happened to a record, over the socket.
class HistoryTest : public QObject {
  Q_OBJECT

 private slots:
  void membersSeeWhoDidWhat() {
    TeamApp app;
    const Person ana = app.join("ana"), eve = app.join("eve");
    const Uuid family = app.makeFamily(ana);
    const Uuid list = makeList(app, ana, family, "Sunday");
    rename(app, family, list, "Monday");
    const auto answer = app.client().get(path(family, list), ana.token);
    QCOMPARE(answer.status, 200);
    const auto& lines = answer.data().as_array();
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines[0].at("what").as_string(), "edited");
    QVERIFY(lines[0].at("account").is_null() && lines[0].at("name").is_null());
    QCOMPARE(lines[0].at("changes").at("name").at("was").as_string(), "Sunday");
    QCOMPARE(lines[0].at("changes").at("name").at("is").as_string(), "Monday");
    QCOMPARE(lines[1].at("what").as_string(), "created");
    QCOMPARE(lines[1].at("account").as_string(), ana.account.str());
    QCOMPARE(lines[1].at("name").as_string(), "ana");
    QCOMPARE(lines[1].at("received_at").as_int64(), app.clock.wallMs());
    QVERIFY(answer.body.at("pagination").at("next").is_null());

    QCOMPARE(app.client().get(path(family, list)).status, 401);
    QCOMPARE(app.client().get(path(family, list), eve.token).code(), std::string("forbidden"));
    QCOMPARE(app.client().get(path(ana.account, list), eve.token).code(), std::string("forbidden"));
  }

  void whoLeftSeesNothing() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    const Uuid list = makeList(app, ana, family, "Sunday");
    app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.setMember(ben.account, "member"); });
    QCOMPARE(app.client().get(path(family, list), ben.token).status, 200);
    app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.removeMember(ben.account); });
    QCOMPARE(app.client().get(path(family, list), ben.token).status, 403);
  }

  void itComesInPages() {
    TeamApp app;
    const Person ana = app.join("ana");
    const Uuid family = app.makeFamily(ana);
    const Uuid list = makeList(app, ana, family, "0");
    for (int i = 1; i < 7; ++i) rename(app, family, list, std::to_string(i));
    std::size_t seen = 0;
    std::string query = "?limit=3";
    for (int page = 0; page < 3; ++page) {
      const auto answer = app.client().get(path(family, list) + query, ana.token);
      seen += answer.data().as_array().size();
      const auto& next = answer.body.at("pagination").at("next");
      QCOMPARE(next.is_null(), page == 2);
      if (!next.is_null()) query = "?limit=3&before=" + std::string(next.as_string());
    }
    QCOMPARE(seen, std::size_t{7});
  }

  void badInputIsRefused_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<int>("status");
    QTest::newRow("no collection") << QByteArray("/records/nothing/{id}/history") << 400;
    QTest::newRow("no id") << QByteArray("/records/lists/nothing/history") << 404;
    QTest::newRow("an id in capitals")
        << QByteArray("/records/lists/0190B5D2-0000-7000-8000-000000000000/history") << 404;
    QTest::newRow("unknown id") << QByteArray("/records/lists/0190b5d2-0000-7000-8000-000000000000/history")
                                << 404;
    QTest::newRow("another collection") << QByteArray("/records/diary/{id}/history") << 404;
    QTest::newRow("limit 0") << QByteArray("/records/lists/{id}/history?limit=0") << 400;
    QTest::newRow("limit 201") << QByteArray("/records/lists/{id}/history?limit=201") << 400;
    QTest::newRow("limit in words") << QByteArray("/records/lists/{id}/history?limit=ten") << 400;
    QTest::newRow("negative before") << QByteArray("/records/lists/{id}/history?before=-1") << 400;
    QTest::newRow("before beyond any")
        << QByteArray("/records/lists/{id}/history?before=99999999999999999999") << 400;
    QTest::newRow("something else") << QByteArray("/records/lists/{id}/history?order=up") << 400;
    QTest::newRow("NUL") << QByteArray("/records/lists%00/{id}/history") << 400;
  }

  void badInputIsRefused() {
    QFETCH(QByteArray, change);
    QFETCH(int, status);
    TeamApp& app = shared();
    const QByteArray wanted = change.replace("{id}", QByteArray::fromStdString(m_list.str()));
    const auto answer =
        app.client().get("/api/v1/scopes/" + m_family.str() + wanted.toStdString(), m_ana->token);
    if (status == 400)
      QVERIFY2(answer.status == 400 || answer.status == 422, std::to_string(answer.status).c_str());
    if (status != 400) QCOMPARE(answer.status, status);
    QVERIFY(!answer.code().empty());
  }

 private:
  TeamApp& shared() {
    if (!m_app) {
      m_app = std::make_unique<TeamApp>();
      m_ana = m_app->join("ana");
      m_family = m_app->makeFamily(*m_ana);
      m_list = makeList(*m_app, *m_ana, m_family, "Sunday");
    }
    return *m_app;
  }
  std::unique_ptr<TeamApp> m_app;
  std::optional<Person> m_ana;
  Uuid m_family, m_list;
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
