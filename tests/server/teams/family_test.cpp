// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "team_app.hpp"

using namespace foyer;
using test::Person;
using test::TeamApp;

namespace {

std::string invitations(const Uuid& family) { return "/api/v1/families/" + family.str() + "/invitations"; }
std::string member(const Uuid& family, const Person& who) {
  return "/api/v1/families/" + family.str() + "/members/" + who.account.str();
}

std::string invite(TeamApp& app, const Person& by, const Uuid& family, const std::string& email,
                   const std::string& role = "member") {
  return app.client().post(invitations(family), {{"email", email}, {"role", role}}, by.token).text("token");
}

void bring(TeamApp& app, const Person& by, const Uuid& family, const Person& who,
           const std::string& role = "member") {
  const std::string token = invite(app, by, family, who.email, role);
  const auto answer = app.client().post("/api/v1/invitations/accept", {{"token", token}}, who.token);
  if (answer.status != 200) throw std::runtime_error("not accepted: " + answer.message());
}

}  // namespace

class FamilyTest : public QObject {
  Q_OBJECT

 private slots:
  void invitedAndAccepted() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    const auto made = app.client().post(invitations(family), {{"email", "Ben@Example.org"}}, ana.token);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.text("status"), std::string("pending"));
    QCOMPARE(made.text("email"), std::string("ben@example.org"));
    QCOMPARE(made.text("family_name"), std::string("The lamps"));
    QCOMPARE(made.data().at("expires_at").as_int64(), app.clock.wallMs() + 7LL * 24 * 3600 * 1000);
    const boost::json::object token{{"token", made.text("token")}};
    QCOMPARE(app.client().post("/api/v1/invitations/accept", token, ben.token).status, 200);
    QCOMPARE(app.client().post("/api/v1/invitations/accept", token, ben.token).status,
             200);  // the answer was lost
    QCOMPARE(app.roleOf(family, ben.account), std::string("member"));
    const auto scopes = app.scopesOf(ben.principal());
    QVERIFY(std::find(scopes.begin(), scopes.end(), family) != scopes.end());
    std::set<std::string> names;
    for (const auto& m : app.records(family, "members")) names.insert(std::string(m.text("display_name")));
    QCOMPARE(names, (std::set<std::string>{"ana", "ben"}));
    const auto list = app.client().get(invitations(family), ben.token);
    QCOMPARE(list.data().at(0).at("status").as_string(), "accepted");
    QVERIFY(list.data().at(0).as_object().if_contains("token") == nullptr);
  }

  void aTokenServesOnePerson() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben"), eve = app.join("eve");
    const Uuid family = app.makeFamily(ana);
    const boost::json::object token{{"token", invite(app, ana, family, ben.email)}};
    QCOMPARE(app.client().post("/api/v1/invitations/accept", token, ben.token).status, 200);
    QCOMPARE(app.client().post("/api/v1/invitations/accept", token, eve.token).status, 410);
    QCOMPARE(app.client().post("/api/v1/invitations/accept", {{"token", "guess"}}, eve.token).status, 404);
    QCOMPARE(app.client().post("/api/v1/invitations/accept", token).status, 401);
    QVERIFY(app.roleOf(family, eve.account).empty());
  }

  void invitationsEndAfterAWeek() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    const std::string token = invite(app, ana, family, ben.email);
    app.clock.advance(7LL * 24 * 3600 * 1000);
    const std::string fresh = app.client()
                                  .post("/auth/login", {{"login", ben.email}, {"password", test::kPassword}})
                                  .text("access_token");
    QCOMPARE(app.client().post("/api/v1/invitations/accept", {{"token", token}}, fresh).code(),
             std::string("gone"));
    const std::string anew = app.client()
                                 .post("/auth/login", {{"login", ana.email}, {"password", test::kPassword}})
                                 .text("access_token");
    QCOMPARE(app.client().get(invitations(family), anew).data().at(0).at("status").as_string(), "expired");
    QCOMPARE(app.client().post(invitations(family), {{"email", ben.email}}, anew).status,
             201);  // asked once more
  }

  void oneOpenInvitationPerAddress() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    const std::string token = invite(app, ana, family, ben.email);
    QCOMPARE(app.client().post(invitations(family), {{"email", ben.email}}, ana.token).status, 409);
    QCOMPARE(app.client().post("/api/v1/invitations/decline", {{"token", token}}, ben.token).status, 200);
    QCOMPARE(app.client().post("/api/v1/invitations/accept", {{"token", token}}, ben.token).status, 410);
    const auto again = app.client().post(invitations(family), {{"email", ben.email}}, ana.token);
    QCOMPARE(again.status, 201);
    const std::string path = invitations(family) + "/" + again.text("id");
    QCOMPARE(app.client().send("DELETE", path, {}, ana.token).status, 200);
    QCOMPARE(
        app.client().post("/api/v1/invitations/accept", {{"token", again.text("token")}}, ben.token).status,
        404);
  }

  void strangersLearnNothingAndMembersManageNobody() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben"), eve = app.join("eve");
    const Uuid family = app.makeFamily(ana);
    bring(app, ana, family, ben);
    const auto strange = app.client().get(invitations(family), eve.token);
    const auto missing = app.client().get(invitations(Uuid::v7(1)), eve.token);
    QCOMPARE(strange.status, 404);
    QCOMPARE(strange.message(), missing.message());
    QCOMPARE(app.client().post(invitations(family), {{"email", "x@example.org"}}, eve.token).status, 404);
    QCOMPARE(app.client().post(invitations(family), {{"email", "x@example.org"}}, ben.token).status, 403);
    QCOMPARE(app.client().send("DELETE", member(family, ana), {}, ben.token).status, 403);
    QCOMPARE(app.client().send("PATCH", member(family, ben), R"({"role":"owner"})", ben.token).status, 403);
    QCOMPARE(app.client().send("DELETE", member(family, eve), {}, ana.token).status, 404);
    QCOMPARE(app.client().post(invitations(family), {{"email", "nonsense"}}, ana.token).field(),
             std::string("email"));
    QCOMPARE(app.client()
                 .post(invitations(family), {{"email", "x@example.org"}, {"role", "king"}}, ana.token)
                 .field(),
             std::string("role"));
    QCOMPARE(app.client().post(invitations(ana.account), {{"email", "x@example.org"}}, ana.token).status,
             404);  // a person, no family
  }

  void rolesAndLeaving() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben"), cleo = app.join("cleo");
    const Uuid family = app.makeFamily(ana);
    bring(app, ana, family, ben, "admin");
    bring(app, ben, family, cleo);
    const auto leave = [&](const Person& who) {
      return app.client().send("POST", "/api/v1/families/" + family.str() + "/leave", {}, who.token).status;
    };
    QCOMPARE(leave(ana), 409);  // the only owner
    QCOMPARE(app.client().send("PATCH", member(family, ana), R"({"role":"member"})", ana.token).status, 409);
    QCOMPARE(app.client().send("PATCH", member(family, cleo), R"({"role":"admin"})", ben.token).status, 403);
    QCOMPARE(app.client().send("DELETE", member(family, ana), {}, ben.token).status, 403);
    QCOMPARE(app.client().send("PATCH", member(family, ben), R"({"role":"owner"})", ana.token).status, 200);
    QCOMPARE(leave(ana), 200);
    QVERIFY(app.roleOf(family, ana.account).empty());
    QCOMPARE(app.client().send("DELETE", member(family, cleo), {}, ben.token).status, 200);
    QCOMPARE(app.records(family, "members").size(), std::size_t{1});
    QCOMPARE(leave(ben), 200);  // nobody is left behind
    QVERIFY(!app.accountStore.firstBrokenAudit());
  }

  void aMemberWhoLeftGetsNothingMore() {
    TeamApp app;
    const Person ana = app.join("ana"), ben = app.join("ben");
    const Uuid family = app.makeFamily(ana);
    bring(app, ana, family, ben);
    QCOMPARE(app.client().send("DELETE", member(family, ben), {}, ana.token).status, 200);
    const auto scopes = app.scopesOf(ben.principal());
    QVERIFY(std::find(scopes.begin(), scopes.end(), family) == scopes.end());
    protocol::Pull pull;
    pull.scope = family;
    QVERIFY(!app.sync.pull(ben.principal(), pull).ok());
  }
};

QTEST_GUILESS_MAIN(FamilyTest)
#include "family_test.moc"
