// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "account_app.hpp"
#include "server/accounts/access_token.hpp"

using namespace foyer;
using test::AccountApp;
using test::kPassword;

namespace {
constexpr std::int64_t kMinute = 60'000;
}

class SessionTest : public QObject {
  Q_OBJECT

 private slots:
  void refreshingRotates() {
    AccountApp app;
    const auto first = app.join("ana@example.org");
    const auto second = app.refresh(first.text("refresh_token"));
    QCOMPARE(second.status, 200);
    QVERIFY(second.text("refresh_token") != first.text("refresh_token"));
    QCOMPARE(second.text("session"), first.text("session"));
    QCOMPARE(app.client().get("/auth/sessions", second.text("access_token")).status, 200);
  }

  void aLostAnswerMayBeAskedForAgain() {
    AccountApp app;
    const auto first = app.join("ana@example.org");
    const auto lost = app.refresh(first.text("refresh_token"));
    app.clock.advance(30'000);
    const auto again = app.refresh(first.text("refresh_token"));
    QCOMPARE(again.status, 200);
    QCOMPARE(again.text("refresh_token"), lost.text("refresh_token"));
    QCOMPARE(app.refresh(again.text("refresh_token")).status, 200);
  }

  void realReuseEndsTheWholeSignIn() {
    AccountApp app;
    const auto first = app.join("ana@example.org");
    const auto other = app.login("ana@example.org");
    const auto second = app.refresh(first.text("refresh_token"));
    const auto third = app.refresh(second.text("refresh_token"));
    QCOMPARE(third.status, 200);
    QCOMPARE(app.refresh(first.text("refresh_token")).status, 401);
    QCOMPARE(app.refresh(third.text("refresh_token")).status, 401);
    QCOMPARE(app.client().get("/auth/sessions", third.text("access_token")).status, 401);
    QCOMPARE(app.client().get("/auth/sessions", other.text("access_token")).status, 200);  // only that family
    const int alarms = app.pool.transaction("alarms", [](pqxx::work& tx) {
      return tx.exec("SELECT count(*) FROM audit_events WHERE action = 'session.reuse'")[0][0].as<int>();
    });
    QCOMPARE(alarms, 1);
  }

  void aLateRetryWithoutSignatureIsReuse() {
    AccountApp app;
    const auto first = app.join("ana@example.org");
    app.refresh(first.text("refresh_token"));
    app.clock.advance(2 * kMinute);
    QCOMPARE(app.refresh(first.text("refresh_token")).status, 401);
  }

  void aSignedRetryMayBeLate() {
    AccountApp app;
    const test::TestDevice device;
    const auto first = app.join("ana@example.org", device.json());
    const std::string token = first.text("refresh_token");
    QCOMPARE(app.refresh(token).status, 401);  // not signed
    QCOMPARE(app.refresh(token, test::TestDevice().signRefresh(token)).status, 401);
    const auto lost = app.refresh(token, device.signRefresh(token));
    QCOMPARE(lost.status, 200);
    app.clock.advance(24 * 60 * kMinute);
    const auto again = app.refresh(token, device.signRefresh(token));
    QCOMPARE(again.text("refresh_token"), lost.text("refresh_token"));
  }

  void refreshesAtTheSameTimeAgree() {
    AccountApp app;
    const auto first = app.join("ana@example.org");
    std::mutex mutex;
    std::set<std::string> successors;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        const auto answer = app.refresh(first.text("refresh_token"));
        const std::lock_guard lock(mutex);
        successors.insert(answer.text("refresh_token"));
      });
    }
    for (auto& t : threads) t.join();
    QCOMPARE(successors.size(), std::size_t{1});
    QVERIFY(!successors.begin()->empty());
  }

  void whatIsNotUsedForLongEnds() {
    AccountApp app;
    const auto first = app.join("ana@example.org");
    app.clock.advance(app.options.refreshTokenMs + 1);
    QCOMPARE(app.refresh(first.text("refresh_token")).status, 401);
    QCOMPARE(app.refresh("no such token").status, 401);
  }

  void accessTokensEndByThemselvesAndByAlteration() {
    AccountApp app;
    const auto in = app.join("ana@example.org");
    std::string token = in.text("access_token");
    QCOMPARE(app.client().get("/auth/sessions").status, 401);
    QCOMPARE(app.client().get("/auth/sessions", token + "x").status, 401);
    QCOMPARE(app.client().get("/auth/sessions", token.substr(0, token.rfind('.')) + ".").status, 401);
    server::AccessClaims claims;
    claims.subject = claims.device = claims.session = Uuid::v7(1);
    claims.issuedAt = app.clock.wallMs() / 1000;
    claims.expiresAt = claims.issuedAt + 100;
    const auto foreign = server::issueToken(claims, crypto::newKeyPair().secretKey);
    QCOMPARE(app.client().get("/auth/sessions", foreign).status, 401);
    app.clock.advance(15 * kMinute);
    QCOMPARE(app.client().get("/auth/sessions", token).status, 401);
  }

  void signingOutEndsBothTokens() {
    AccountApp app;
    const auto in = app.join("ana@example.org");
    QCOMPARE(app.client().post("/auth/logout", {{"refresh_token", in.text("refresh_token")}}).status, 200);
    QCOMPARE(app.refresh(in.text("refresh_token")).status, 401);
    QCOMPARE(app.client().get("/auth/sessions", in.text("access_token")).status, 401);
    QCOMPARE(app.client().post("/auth/logout", {{"refresh_token", in.text("refresh_token")}}).status, 200);
    const auto second = app.login("ana@example.org");
    QCOMPARE(app.client().post("/auth/logout", {}, second.text("access_token")).status, 200);
    QCOMPARE(app.refresh(second.text("refresh_token")).status, 401);
  }

  void oneSignInIsEndedFromAnother() {
    AccountApp app;
    const auto phone = app.join("ana@example.org");
    const auto tablet = app.login("ana@example.org");
    const auto stranger = app.join("bob@example.org");
    const std::string path = "/auth/sessions/" + tablet.text("session");
    QCOMPARE(app.client().send("DELETE", path, {}, stranger.text("access_token")).status, 404);
    QCOMPARE(app.client().get("/auth/sessions", tablet.text("access_token")).data().as_array().size(),
             std::size_t{2});
    QCOMPARE(app.client().send("DELETE", path, {}, phone.text("access_token")).status, 200);
    QCOMPARE(app.client().get("/auth/sessions", tablet.text("access_token")).status, 401);
    QCOMPARE(app.client().send("DELETE", path, {}, phone.text("access_token")).status, 404);
    QCOMPARE(app.client().send("DELETE", "/auth/sessions/nonsense", {}, phone.text("access_token")).status,
             404);
  }

  void anotherServerProcessNoticesWithinSeconds() {
    AccountApp app;
    const auto in = app.join("ana@example.org");
    server::SessionGuard elsewhere(app.store, app.keys, app.options, app.clock);
    QVERIFY(elsewhere.authenticate(in.text("access_token")).ok());
    app.client().post("/auth/logout", {{"refresh_token", in.text("refresh_token")}});
    app.clock.advance(app.options.revocationPollMs);
    QVERIFY(!elsewhere.authenticate(in.text("access_token")).ok());
  }

  void aNewPasswordEndsTheOthers() {
    AccountApp app;
    const auto here = app.join("ana@example.org");
    const auto there = app.login("ana@example.org");
    const auto change = [&](const char* old, const char* fresh) {
      return app.client().post("/auth/password/change", {{"old_password", old}, {"new_password", fresh}},
                               here.text("access_token"));
    };
    QCOMPARE(change("wrong sentence entirely", "a river of quiet lamps").field(), "old_password");
    QCOMPARE(change(kPassword, "short").field(), "new_password");
    QCOMPARE(change(kPassword, "a river of quiet lamps").status, 200);
    QCOMPARE(app.client().get("/auth/sessions", here.text("access_token")).status, 200);
    QCOMPARE(app.client().get("/auth/sessions", there.text("access_token")).status, 401);
    QCOMPARE(app.login("ana@example.org").status, 401);
    QCOMPARE(app.login("ana@example.org", "a river of quiet lamps").status, 200);
  }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
