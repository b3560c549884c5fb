// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "attendance/badge.hpp"
#include "crypto/derived_id.hpp"
#include "team_app.hpp"

using namespace foyer;
using test::Person;
using test::TeamApp;

namespace {

std::string at(const Uuid& project, const std::string& what) {
  return "/api/v1/projects/" + project.str() + "/" + what;
}

boost::json::object enrolment(const std::string& token, const test::TestDevice& device,
                              const std::string& name = "Gate A") {
  return {{"token", token}, {"name", name}, {"device", device.json()}};
}

const model::Record* find(const std::vector<model::Record>& all, const Uuid& id) {
  for (const model::Record& r : all) {
    if (r.id == id) return &r;
  }
  return nullptr;
}

}  // namespace

class ProjectTest : public QObject {
  Q_OBJECT

 private slots:
  void staffComesAndGoes() {
    TeamApp app;
    const Person cora = app.join("cora"), sam = app.join("sam"), eve = app.join("eve");
    const Uuid project = app.makeProject(cora);
    QCOMPARE(app.roleOf(project, cora.account), std::string("coordinator"));
    const auto add = [&](const Person& by, const std::string& email, const std::string& role) {
      return app.client().post(at(project, "staff"), {{"email", email}, {"role", role}}, by.token);
    };
    QCOMPARE(add(eve, sam.email, "staff").status, 404);
    QCOMPARE(add(cora, "nobody@example.org", "staff").field(), std::string("email"));
    QCOMPARE(add(cora, sam.email, "king").field(), std::string("role"));
    QCOMPARE(add(cora, sam.email, "presence").status, 201);
    QCOMPARE(app.client().post(at(project, "staff"), {}, cora.token).field(), std::string("email"));
    app.runJobs();
    QCOMPARE(app.roleOf(crypto::gateScopeOf(project), sam.account), std::string("presence"));
    QCOMPARE(app.client().send("POST", at(project, "kiosk-tokens"), "{}", sam.token).status, 403);
    const std::string samsPlace = at(project, "staff/") + sam.account.str();
    QCOMPARE(app.client().send("DELETE", at(project, "staff/") + cora.account.str(), {}, cora.token).status,
             409);
    QCOMPARE(app.client().send("DELETE", samsPlace, {}, cora.token).status, 200);
    app.runJobs();
    QVERIFY(app.roleOf(crypto::gateScopeOf(project), sam.account).empty());
  }

  void aKioskIsEnrolledOnceAndSeesItsGateOnly() {
    TeamApp app;
    const Person cora = app.join("cora");
    const Uuid project = app.makeProject(cora);
    app.makeProject(cora);
    app.runJobs();
    const auto code = app.client().send("POST", at(project, "kiosk-tokens"), "{}", cora.token);
    QCOMPARE(code.status, 201);
    const test::TestDevice kiosk, other;
    const auto in = app.client().post("/api/v1/kiosks/enrol", enrolment(code.text("token"), kiosk));
    QCOMPARE(in.status, 201);
    QCOMPARE(in.data().at("account").at("role").as_string(), "kiosk");
    QCOMPARE(in.text("scope"), crypto::gateScopeOf(project).str());
    const auto again = app.client().post("/api/v1/kiosks/enrol", enrolment(code.text("token"), kiosk));
    QCOMPARE(again.status, 201);
    QCOMPARE(app.client().post("/api/v1/kiosks/enrol", enrolment(code.text("token"), other)).status, 410);
    QCOMPARE(app.scopesOf({kiosk.id, kiosk.id, true}), std::vector<Uuid>{crypto::gateScopeOf(project)});
    QCOMPARE(app.client().get("/auth/sessions", in.text("access_token")).status, 403);  // no person
    const std::string refresh = in.text("refresh_token");
    const auto renewed = app.client().post(
        "/auth/refresh", {{"refresh_token", refresh}, {"signature", kiosk.signRefresh(refresh)}});
    QCOMPARE(renewed.status, 200);
    QCOMPARE(renewed.text("scope"), crypto::gateScopeOf(project).str());
  }

  void enrolmentCodesAreShortLived() {
    TeamApp app;
    const Person cora = app.join("cora");
    const Uuid project = app.makeProject(cora);
    const auto code = app.client().send("POST", at(project, "kiosk-tokens"), "{}", cora.token);
    const test::TestDevice kiosk;
    boost::json::object keyless = enrolment(code.text("token"), kiosk);
    keyless.at("device").as_object().erase("public_key");
    QCOMPARE(app.client().post("/api/v1/kiosks/enrol", keyless).field(), std::string("device.public_key"));
    QCOMPARE(app.client().post("/api/v1/kiosks/enrol", enrolment("guess", kiosk)).status, 404);
    app.clock.advance(10 * 60'000);
    QCOMPARE(app.client().post("/api/v1/kiosks/enrol", enrolment(code.text("token"), kiosk)).status, 410);
  }

  void kiosksAreListedNamedAndRevoked() {
    TeamApp app;
    const Person cora = app.join("cora"), eve = app.join("eve");
    const Uuid project = app.makeProject(cora);
    const auto code = app.client().send("POST", at(project, "kiosk-tokens"), "{}", cora.token);
    const test::TestDevice kiosk;
    const auto in = app.client().post("/api/v1/kiosks/enrol", enrolment(code.text("token"), kiosk));
    const std::string path = at(project, "kiosks/") + kiosk.id.str();
    QCOMPARE(app.client().send("PATCH", path, R"({"name":"Gate B"})", cora.token).status, 200);
    QCOMPARE(app.client().send("PATCH", path, R"({"name":""})", cora.token).field(), std::string("name"));
    const auto list = app.client().get(at(project, "kiosks"), cora.token);
    QCOMPARE(list.data().at(0).at("name").as_string(), "Gate B");
    QCOMPARE(app.client().get(at(project, "kiosks"), eve.token).status, 404);
    QCOMPARE(app.client().send("DELETE", path, {}, cora.token).status, 200);
    QVERIFY(app.scopesOf({kiosk.id, kiosk.id, true}).empty());
    QCOMPARE(app.client().get("/auth/sessions", in.text("access_token")).status, 401);
    const std::string refresh = in.text("refresh_token");
    QCOMPARE(
        app.client()
            .post("/auth/refresh", {{"refresh_token", refresh}, {"signature", kiosk.signRefresh(refresh)}})
            .status,
        401);
    QCOMPARE(app.client().get(at(project, "kiosks"), cora.token).data().at(0).at("status").as_string(),
             "revoked");
  }

  void badgesAreSignedReplacedAndRevoked() {
    TeamApp app;
    const Person cora = app.join("cora");
    const Uuid project = app.makeProject(cora);
    const Uuid lina = app.assign(cora, project, "Lina"), omar = app.assign(cora, project, "Omar");
    const Uuid gate = crypto::gateScopeOf(project);
    const auto issue = [&](std::vector<std::string> ids) {
      return app.client().post(at(project, "badges"),
                               {{"assignments", boost::json::array(ids.begin(), ids.end())}}, cora.token);
    };
    const auto first = issue({lina.str(), omar.str()});
    QCOMPARE(first.status, 201);
    app.runJobs();
    const auto keys = app.records(gate, "badge_keys");
    QCOMPARE(keys.size(), std::size_t{1});
    crypto::PublicKey key{};
    const auto& raw = std::get<Bytes>(keys[0].at("public_key"));
    std::copy(raw.begin(), raw.end(), key.begin());
    const auto keyOf = [&](std::uint32_t id) { return id == keys[0].number("number") ? &key : nullptr; };
    const auto read =
        attendance::readBadge(std::string(first.data().at("badges").at(0).at("code").as_string()), keyOf);
    QVERIFY(read.status == attendance::BadgeReading::Status::ok);
    QVERIFY(read.badge.subject == lina && read.badge.project == project && read.badge.issue == 1);
    QCOMPARE(find(app.records(gate, "roster"), lina)->number("badge_issue"), 1);

    const auto second = issue({lina.str()});
    QCOMPARE(second.data().at("badges").at(0).at("issue").as_int64(), 2);
    QVERIFY(!second.text("badge").empty());
    app.runJobs();
    QCOMPARE(find(app.records(gate, "roster"), lina)->number("badge_issue"), 2);
    QCOMPARE(app.records(gate, "badge_keys").size(), std::size_t{1});
    std::map<std::string, int> states;
    for (const auto& badge : app.records(gate, "badges")) ++states[std::string(badge.text("status"))];
    QCOMPARE(states, (std::map<std::string, int>{{"replaced", 1}, {"valid", 2}}));

    QCOMPARE(app.client()
                 .send("DELETE", at(project, "badges/") + lina.str() + "?reason=lost", {}, cora.token)
                 .status,
             200);
    app.runJobs();
    const auto revoked = app.records(gate, "revocations");
    QCOMPARE(revoked.size(), std::size_t{1});
    QCOMPARE(revoked[0].number("issue"), 2);
    QCOMPARE(revoked[0].text("reason"), std::string_view("lost"));
    QCOMPARE(find(app.records(gate, "roster"), lina)->text("badge_state"), std::string_view("revoked"));
    QVERIFY(model::isNull(find(app.records(project, "assignments"), lina)->at("badge_code")));
  }

  void badgesAreForOwnAssignmentsOnly() {
    TeamApp app;
    const Person cora = app.join("cora"), eve = app.join("eve");
    const Uuid project = app.makeProject(cora), other = app.makeProject(eve);
    const Uuid foreign = app.assign(eve, other, "Lina");
    const auto issue = [&](const boost::json::value& ids, const Person& by) {
      return app.client().post(at(project, "badges"), {{"assignments", ids}}, by.token);
    };
    QCOMPARE(issue(boost::json::array{foreign.str()}, cora).status, 404);
    QCOMPARE(issue(boost::json::array{foreign.str()}, eve).status, 404);
    QCOMPARE(issue(boost::json::array{"x"}, cora).field(), std::string("assignments"));
    QCOMPARE(issue(boost::json::array{}, cora).field(), std::string("assignments"));
    QCOMPARE(issue("x", cora).field(), std::string("assignments"));
    QCOMPARE(app.client().post(at(project, "badges"), {{"assignment", foreign.str()}}, cora.token).status,
             404);
    QCOMPARE(app.client().send("DELETE", at(project, "badges/") + foreign.str(), {}, cora.token).status, 404);
  }

  void theDatabaseAloneSignsNoBadges() {
    TeamApp app;
    const Person cora = app.join("cora");
    const Uuid project = app.makeProject(cora);
    const Uuid lina = app.assign(cora, project, "Lina");
    app.projects.issueBadges({cora.account, cora.device, {}}, project, {lina}, 0, 60'000'000);
    const Bytes none(32, 7);
    const server::ServerKeys others(crypto::Secret<32>(std::span<const std::uint8_t, 32>(none.data(), 32)));
    server::ProjectService elsewhere(app.commands, others);
    try {
      elsewhere.issueBadges({cora.account, cora.device, {}}, project, {lina}, 0, 60'000'000);
      QFAIL("a foreign master key opened the badge key");
    } catch (const Error& error) {
      QCOMPARE(error.code, Code::damaged);
    }
  }
};

QTEST_GUILESS_MAIN(ProjectTest)
#include "project_test.moc"
