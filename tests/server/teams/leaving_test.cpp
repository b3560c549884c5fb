// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <thread>

#include "schema/collections.hpp"
#include "table_search.hpp"
#include "team_app.hpp"

using namespace foyer;
using test::Person;
using test::TeamApp;

namespace {

const std::string kMarker = "zyxmarguerite";

std::string member(const Uuid& family, const Person& who) {
  return "/api/v1/families/" + family.str() + "/members/" + who.account.str();
}

}  // namespace

/// Law 12 on the server: who is out is out at once. Law 8 reaches what they left behind.
class LeavingTest : public QObject {
  Q_OBJECT

 private slots:
  void law12_twoOwnersRemovingEachOtherLeaveOne() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    for (int round = 0; round < 5; ++round) {
      const Uuid family = app.makeFamily(ana);
      app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.setMember(ben.account, "owner", "ben"); });
      int first = 0, second = 0;
      {
        std::jthread one(
            [&] { first = app.client().send("DELETE", member(family, ben), {}, ana.token).status; });
        std::jthread two(
            [&] { second = app.client().send("DELETE", member(family, ana), {}, ben.token).status; });
      }
      QVERIFY2((first == 200) != (second == 200), qPrintable(QString("%1 and %2").arg(first).arg(second)));
      QVERIFY(std::max(first, second) < 500);
      const Person& stays = first == 200 ? ana : ben;
      const Person& gone = first == 200 ? ben : ana;
      QCOMPARE(app.roleOf(family, stays.account), std::string("owner"));
      QVERIFY(app.roleOf(family, gone.account).empty());
      QCOMPARE(app.records(family, "members").size(), std::size_t{1});
    }
  }

  void law12_whoWasRemovedReadsAndWritesNothing() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.setMember(ben.account, "member", "ben"); });
    const Uuid list =
        app.create(ana, family, "lists", Uuid::v7(app.clock.wallMs()), {{"name", std::string("x")}});
    QCOMPARE(app.client().send("DELETE", member(family, ben), {}, ana.token).status, 200);
    const server::Principal who = ben.principal();
    protocol::Pull pull;
    pull.scope = family;
    QCOMPARE(app.sync.pull(who, pull).error().code, Code::forbidden);
    protocol::Push push;
    push.scope = family;
    QCOMPARE(app.sync.push(who, push).error().code, Code::forbidden);
    QCOMPARE(app.sync.sums(who, {family, 1, {""}}).error().code, Code::forbidden);
    QCOMPARE(app.sync.marks(who, {family, 1, {""}}).error().code, Code::forbidden);
    QCOMPARE(app.sync.rows(who, {family, 1, {{&schema::collection("lists"), list}}}).error().code,
             Code::forbidden);
  }

  void law8_erasingAnAccountTakesWhatItWroteWhereItHadLeft() {
    TeamApp app;
    const Person ben = app.join("ben"), ana = app.join(kMarker);
    const Uuid family = app.makeFamily(ben);
    app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.setMember(ana.account, "member", kMarker); });
    const auto review = [&](const Person& author, const std::string& body) {
      app.create(author, family, "reviews", {},
                 {{"author_id", author.account},
                  {"title_id", Uuid::v7(2)},
                  {"title", std::string("Heat")},
                  {"kind", std::string("movie")},
                  {"body", body}});
    };
    review(ana, "says " + kMarker);
    review(ben, "says he");
    app.sync.write(family, {}, [&](server::ScopeWriter& w) { w.removeMember(ana.account); });
    QVERIFY(app.roleOf(family, ana.account).empty());
    QCOMPARE(app.records(family, "reviews").size(), std::size_t{2});
    const std::string password = boost::json::serialize(boost::json::object{{"password", test::kPassword}});
    QCOMPARE(app.client().send("DELETE", "/api/v1/account", password, ana.token).status, 200);
    QCOMPARE(app.records(family, "reviews").size(), std::size_t{1});
    const auto left = test::tablesWith(app.database.connection(), kMarker);
    QVERIFY2(left.empty(), left.empty() ? "" : left[0].c_str());
    QCOMPARE(app.roleOf(family, ben.account), std::string("owner"));
  }
};

QTEST_GUILESS_MAIN(LeavingTest)
#include "leaving_test.moc"
