// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "account_app.hpp"
#include "base/text.hpp"
#include "server/accounts/access_token.hpp"
#include "server/accounts/refresh_token.hpp"

using namespace foyer;
using test::AccountApp;
using test::kPassword;
using test::TestDevice;

namespace {

void forget(AccountApp& app, const std::string& what) {
  app.pool.transaction("forget", [&](pqxx::work& tx) { tx.exec(what); });
}

test::ApiAnswer refreshInto(AccountApp& app, const std::string& token, const TestDevice& old,
                            const TestDevice& next) {
  return app.client().post("/auth/refresh", {{"refresh_token", token},
                                             {"signature", old.signRefresh(token)},
                                             {"new_device", next.json()},
                                             {"new_signature", next.signRefresh(token)}});
}

Uuid deviceOf(AccountApp& app, const std::string& accessToken) {
  return server::readToken(accessToken, app.keys.tokenKey().publicKey, app.clock.wallMs() / 1000)->device;
}

}  // namespace

/// Law 11: a server that came back from a backup signs nobody out, and a device may take a new identity.
class AccountRestoreTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_aForgottenTokenCountsWhenItIsSigned() {
    AccountApp app;
    const TestDevice device;
    const auto first = app.join("ana@example.org", device.json());
    const std::string token = first.text("refresh_token");
    forget(app, "DELETE FROM refresh_tokens");
    QCOMPARE(app.refresh(token).status, 401);
    QCOMPARE(app.refresh(token, TestDevice().signRefresh(token)).status, 401);
    const auto again = app.refresh(token, device.signRefresh(token));
    QCOMPARE(again.status, 200);
    QCOMPARE(again.text("session"), first.text("session"));
    const std::string next = again.text("refresh_token");
    QCOMPARE(app.refresh(next, device.signRefresh(next)).status, 200);
  }

  void law11_aForgottenSignInIsTakenUp() {
    AccountApp app;
    const TestDevice device;
    const auto first = app.join("ana@example.org", device.json());
    const std::string token = first.text("refresh_token");
    forget(app, "DELETE FROM refresh_tokens; DELETE FROM sessions; DELETE FROM devices");
    const auto again = app.refresh(token, device.signRefresh(token));
    QCOMPARE(again.status, 200);
    QCOMPARE(again.text("session"), first.text("session"));
    QCOMPARE(app.client().get("/auth/sessions", again.text("access_token")).status, 200);
  }

  void law11_aForgottenAccountIsMadeAgain() {
    AccountApp app;
    const TestDevice device;
    const auto first = app.join("ana@example.org", device.json());
    const std::string token = first.text("refresh_token");
    forget(app,
           "DELETE FROM refresh_tokens; DELETE FROM sessions; DELETE FROM devices; DELETE FROM accounts");
    app.persons.clear();
    QCOMPARE(app.refresh(token, device.signRefresh(token)).status, 200);
    QCOMPARE(app.persons.size(), std::size_t{1});
    QCOMPARE(app.login("ana@example.org").status, 401);  // the password has to be set anew
  }

  void law11_aTokenOfAnotherServerIsNobodys() {
    AccountApp app, other;
    const TestDevice device;
    const std::string token = other.join("ana@example.org", device.json()).text("refresh_token");
    QCOMPARE(app.refresh(token, device.signRefresh(token)).status, 401);
    // Nor one whose claims were altered.
    const std::string mine = app.join("ana@example.org", device.json()).text("refresh_token");
    std::string altered = mine;
    altered[20] = altered[20] == 'A' ? 'B' : 'A';
    QCOMPARE(app.refresh(altered, device.signRefresh(altered)).status, 401);
  }

  void law11_whatWasRevokedAfterTheBackupStaysRevoked() {
    QTemporaryDir dir;
    auto ledger = server::Ledger::open(std::filesystem::path(dir.path().toStdString()) / "ledger");
    AccountApp app;
    app.accounts.keepLedger(**ledger);
    const TestDevice device, second;
    const auto first = app.join("ana@example.org", device.json());
    const auto other = app.login("ana@example.org", kPassword, second.json());
    const std::string token = first.text("refresh_token");
    app.client().send("DELETE", "/auth/sessions/" + first.text("session"), "", other.text("access_token"));
    QCOMPARE((*ledger)->last(), 1);
    // The database comes back from before the revocation …
    forget(app, "UPDATE sessions SET revoked_at = NULL");
    for (const auto& entry : (*ledger)->since(0)) app.accounts.endAgain(entry);
    QCOMPARE(app.refresh(token, device.signRefresh(token)).status, 401);
    // … or from before the sign-in.
    forget(app, "DELETE FROM refresh_tokens; DELETE FROM sessions");
    QCOMPARE(app.refresh(token, device.signRefresh(token)).status, 401);
    const std::string theirs = other.text("refresh_token");
    QCOMPARE(app.refresh(theirs, second.signRefresh(theirs)).status, 200);
  }

  void law11_aDeviceTakesANewIdentity() {
    AccountApp app;
    const TestDevice old, next, later;
    const auto first = app.join("ana@example.org", old.json());
    const std::string token = first.text("refresh_token");
    const auto lost = refreshInto(app, token, old, next);
    QCOMPARE(lost.status, 200);
    QCOMPARE(lost.text("session"), first.text("session"));
    QVERIFY(deviceOf(app, lost.text("access_token")) == next.id);
    const auto again = refreshInto(app, token, old, next);  // the answer was lost
    QCOMPARE(again.text("refresh_token"), lost.text("refresh_token"));
    const std::string moved = again.text("refresh_token");
    QCOMPARE(app.refresh(moved, old.signRefresh(moved)).status, 401);
    QCOMPARE(app.refresh(moved, next.signRefresh(moved)).status, 200);
  }

  void law11_nobodyTakesAnothersIdentity() {
    AccountApp app;
    const TestDevice old, bobs, thief;
    app.join("bob@example.org", bobs.json());
    const std::string token = app.join("ana@example.org", old.json()).text("refresh_token");
    QCOMPARE(refreshInto(app, token, old, bobs).status, 409);
    QCOMPARE(refreshInto(app, token, thief, thief).status, 401);
    auto forged = app.client().post("/auth/refresh", {{"refresh_token", token},
                                                      {"signature", old.signRefresh(token)},
                                                      {"new_device", thief.json()},
                                                      {"new_signature", old.signRefresh(token)}});
    QCOMPARE(forged.status, 401);
    QCOMPARE(app.refresh(token, old.signRefresh(token)).status, 200);
  }
};

QTEST_GUILESS_MAIN(AccountRestoreTest)
#include "restore_test.moc"
