// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "database_image.hpp"
#include "schema/collections.hpp"
#include "server/accounts/ledger_follower.hpp"
#include "server/accounts/ledger_replay.hpp"
#include "table_search.hpp"
#include "team_app.hpp"

using namespace foyer;
using test::Person;
using test::TeamApp;

namespace {

/// Teams whose database can be put back, and the ledger that stays.
struct Rewound {
  TeamApp app;
  server::Ledger* ledger = app.ledger.get();
  test::DatabaseImage image{app.database.connection()};

  void putBackAndReplay() {
    image.putBack();
    const auto entries = ledger->since(0);
    const auto erase = [this](const server::LedgerEntry& entry) { app.eraser.again(entry); };
    server::replayLedger(entries, app.commands, erase);
    server::replayLedger(entries, app.commands, erase);  // a second time changes nothing
    app.runJobs();
  }
  void expel(const Person& by, const Uuid& family, const Person& who) {
    const auto answer = app.client().send(
        "DELETE", "/api/v1/families/" + family.str() + "/members/" + who.account.str(), {}, by.token);
    if (answer.status != 200) throw std::runtime_error("not removed: " + answer.message());
  }
  void bring(const Person& by, const Uuid& family, const Person& who) {
    const auto made = app.client().post("/api/v1/families/" + family.str() + "/invitations",
                                        {{"email", who.email}}, by.token);
    const auto answer =
        app.client().post("/api/v1/invitations/accept", {{"token", made.text("token")}}, who.token);
    if (answer.status != 200) throw std::runtime_error("not accepted: " + answer.message());
  }
};

std::string at(const Uuid& project, const std::string& rest) {
  return "/api/v1/projects/" + project.str() + "/" + rest;
}

}  // namespace

/// Law 11: what the ledger says is done again when a database came back from before it.
class ReplayTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_whoLeftStaysOutAndWhoJoinedStaysIn() {
    Rewound r;
    const Person ana = r.app.join("ana"), ben = r.app.join("ben"), eve = r.app.join("eve"),
                 joe = r.app.join("joe");
    const Uuid family = r.app.makeFamily(ana);
    r.bring(ana, family, ben);
    r.bring(ana, family, eve);
    r.image.take();
    r.app.client().send("DELETE", "/api/v1/families/" + family.str() + "/members/" + ben.account.str(), {},
                        ana.token);
    r.bring(ana, family, joe);
    r.putBackAndReplay();
    QCOMPARE(r.app.roleOf(family, ben.account), std::string());
    QCOMPARE(r.app.roleOf(family, joe.account), std::string("member"));
    QCOMPARE(r.app.roleOf(family, eve.account), std::string("member"));
    QCOMPARE(r.app.roleOf(family, ana.account), std::string("owner"));
  }

  void law11_aScopeMadeAgainHasItsMembers() {
    Rewound r;
    r.app.rules.rememberMembers([&](const Uuid& scope) { return server::membersByLedger(*r.ledger, scope); });
    const Person ana = r.app.join("ana"), ben = r.app.join("ben"), eve = r.app.join("eve");
    r.image.take();
    const Uuid family = r.app.makeFamily(ana);
    r.bring(ana, family, ben);
    r.bring(ana, family, eve);
    r.app.client().send("DELETE", "/api/v1/families/" + family.str() + "/members/" + eve.account.str(), {},
                        ana.token);
    r.putBackAndReplay();
    QVERIFY(!r.app.store.scope(family));
    Person phone = ana;
    phone.device = Uuid::v7(r.app.clock.wallMs());
    r.app.create(phone, family, "families", family,
                 {{"name", std::string("The lamps")}, {"created_by", ana.account}});
    QCOMPARE(r.app.roleOf(family, ana.account), std::string("owner"));
    QCOMPARE(r.app.roleOf(family, ben.account), std::string("member"));
    QCOMPARE(r.app.roleOf(family, eve.account), std::string());
  }

  void law11_kiosksAndBadgesStayRevoked() {
    Rewound r;
    const Person cora = r.app.join("cora");
    const Uuid project = r.app.makeProject(cora);
    const Uuid lina = r.app.assign(cora, project, "Lina"), omar = r.app.assign(cora, project, "Omar");
    const Uuid gate = crypto::gateScopeOf(project);
    const auto code = r.app.client().send("POST", at(project, "kiosk-tokens"), "{}", cora.token);
    const test::TestDevice kiosk;
    const auto in = r.app.client().post(
        "/api/v1/kiosks/enrol", {{"token", code.text("token")}, {"name", "Gate"}, {"device", kiosk.json()}});
    QCOMPARE(in.status, 201);
    const auto issued = r.app.client().post(
        at(project, "badges"), {{"assignments", boost::json::array{lina.str(), omar.str()}}}, cora.token);
    QCOMPARE(issued.status, 201);
    r.app.runJobs();
    r.image.take();
    QCOMPARE(r.app.client().send("DELETE", at(project, "kiosks/") + kiosk.id.str(), {}, cora.token).status,
             200);
    QCOMPARE(r.app.client().send("DELETE", at(project, "badges/") + lina.str(), {}, cora.token).status, 200);
    r.putBackAndReplay();
    QVERIFY(r.app.scopesOf({kiosk.id, kiosk.id, true}).empty());
    const std::string refresh = in.text("refresh_token");
    const auto refused = r.app.client().post(
        "/auth/refresh", {{"refresh_token", refresh}, {"signature", kiosk.signRefresh(refresh)}});
    QCOMPARE(refused.status, 401);
    QCOMPARE(r.app.client().get(at(project, "kiosks"), cora.token).data().at(0).at("status").as_string(),
             "revoked");
    const auto revoked = r.app.records(gate, "revocations");
    QCOMPARE(revoked.size(), std::size_t{1});
    QVERIFY(revoked[0].uuid("person_id") == lina);
    for (const auto& row : r.app.records(gate, "roster")) {
      const bool hers = row.id == lina;
      QCOMPARE(row.text("badge_state"), hers ? std::string_view("revoked") : std::string_view("valid"));
    }
  }

  /// No restart, no device that says anything: the database is behind what this process wrote.
  void law11_aDatabaseThatWentBackUnderARunningServer() {
    Rewound r;
    server::LedgerFollower follower(*r.ledger, r.app.pool, r.app.commands, {});
    follower.replay();
    const Person ana = r.app.join("ana"), ben = r.app.join("ben"), eve = r.app.join("eve"),
                 joe = r.app.join("joe");
    const Uuid family = r.app.makeFamily(ana);
    for (const Person& who : {ben, eve, joe}) r.bring(ana, family, who);
    follower.tell();
    r.image.take();
    r.expel(ana, family, ben);
    follower.tell();
    follower.tell();
    r.image.putBack();
    QCOMPARE(r.app.roleOf(family, ben.account), std::string("member"));
    r.expel(ana, family, eve);
    QVERIFY(follower.tell() > 0);
    QCOMPARE(r.app.roleOf(family, ben.account), std::string());
    QCOMPARE(r.app.roleOf(family, eve.account), std::string());
    // Level again: nothing is done twice, and who comes back stays.
    r.bring(ana, family, ben);
    for (int turn = 0; turn < 3; ++turn) QCOMPARE(follower.tell(), 0);
    QCOMPARE(r.app.roleOf(family, ben.account), std::string("member"));
    QCOMPARE(r.app.roleOf(family, joe.account), std::string("member"));
  }

  /// Between two turns only a device can show it: then the mark alone says what to do again.
  void law11_aDeviceThatShowsItHasTheLedgerAppliedAgain() {
    Rewound r;
    server::LedgerFollower follower(*r.ledger, r.app.pool, r.app.commands, {});
    const Person ana = r.app.join("ana"), ben = r.app.join("ben");
    const Uuid family = r.app.makeFamily(ana);
    r.bring(ana, family, ben);
    follower.replay();
    r.app.sync.onEpochOpened([&](const server::ScopeRow&, const server::Principal&) { follower.replay(); });
    r.image.take();
    r.expel(ana, family, ben);
    const server::ScopeRow seen = *r.app.store.scope(family);
    r.image.putBack();
    protocol::Hello hello;
    hello.protocol = protocol::kVersion;
    hello.schema = schema::kSchemaLevel;
    hello.device = ana.device;
    protocol::ScopeState state;
    state.scope = family;
    state.epoch = seen.epoch;
    state.cursor = seen.head;
    state.hash = seen.chain;
    hello.scopes.push_back(state);
    QVERIFY(r.app.sync.hello(ana.principal(), hello).ok());
    QVERIFY(r.app.store.scope(family)->epoch > seen.epoch);
    QCOMPARE(r.app.roleOf(family, ben.account), std::string());
  }

  void law11_whatWasErasedStaysErased() {
    Rewound r;
    TeamApp& app = r.app;
    const std::string word = "zyxmarguerite";
    const Person ana = app.join("ana"), eve = app.join(word);
    const auto list = [&](const Person& who, const Uuid& scope) {
      return app.create(who, scope, "lists", Uuid::v7(app.clock.wallMs()), {{"name", word}});
    };
    const Uuid kept = app.create(ana, ana.account, "lists", Uuid::v7(1), {{"name", std::string("Mine")}});
    const Uuid hers = list(ana, ana.account);
    list(eve, eve.account);
    const Uuid family = app.makeFamily(ana);
    list(ana, family);
    app.clock.advance(1000);
    r.image.take();
    const server::RecordKey key{&schema::collection("lists"), hers};
    app.eraser.eraseAccount(eve.account);
    app.eraser.eraseScope(family);
    app.eraser.eraseRecord(ana.account, key);
    QVERIFY(test::tablesWith(app.database.connection(), word).empty());
    r.image.putBack();
    QVERIFY(test::tablesWith(app.database.connection(), word).size() >= 2);
    r.putBackAndReplay();
    const auto left = test::tablesWith(app.database.connection(), word);
    QVERIFY2(left.empty(), left.empty() ? "" : left[0].c_str());
    QCOMPARE(app.records(ana.account, "lists").at(0).id, kept);
    // Devices offer again what the server forgot: nobody takes it.
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, list(eve, eve.account));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, list(ana, family));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             app.create(ana, ana.account, "lists", hers, {{"name", word}}));
    QVERIFY(test::tablesWith(app.database.connection(), word).empty());
  }

  void law11_whoJoinsAnewAfterARevocationStays() {
    Rewound r;
    const Person ana = r.app.join("ana"), ben = r.app.join("ben");
    const Uuid family = r.app.makeFamily(ana);
    r.bring(ana, family, ben);
    r.image.take();
    r.app.client().send("DELETE", "/api/v1/families/" + family.str() + "/members/" + ben.account.str(), {},
                        ana.token);
    r.bring(ana, family, ben);
    r.putBackAndReplay();
    QCOMPARE(r.app.roleOf(family, ben.account), std::string("member"));
  }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
