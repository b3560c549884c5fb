// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "account_app.hpp"

using namespace foyer;
using test::AccountApp;
using test::kPassword;

namespace {

server::AccountOptions threeAnHour() {
  server::AccountOptions options = AccountApp::cheap();
  options.registrationsPerHour = 3;
  return options;
}

/// The code of the refusal, or nothing.
std::string join(AccountApp& app, const std::string& peer, int number, std::int64_t* retryAfterMs = nullptr) {
  server::NewAccount wanted;
  wanted.email = "p" + std::to_string(number) + "@example.org";
  wanted.password = kPassword;
  server::Visit visit;
  visit.peer = peer;
  const auto done = app.accounts.registerAccount(wanted, visit);
  if (retryAfterMs) *retryAfterMs = visit.retryAfterMs;
  return done ? std::string() : std::string(info(done.error().code).name);
}

}  // namespace

/// One address makes a limited number of accounts.
class RegisterLimitTest : public QObject {
  Q_OBJECT

 private slots:
  void theFourthInAnHourIsRefused() {
    AccountApp app(threeAnHour());
    for (int i = 0; i < 3; ++i) QCOMPARE(join(app, "203.0.113.7", i), std::string());
    std::int64_t retryAfterMs = 0;
    QCOMPARE(join(app, "203.0.113.7", 3, &retryAfterMs), std::string("rate_limited"));
    QCOMPARE(retryAfterMs, std::int64_t{3'600'000});
    QCOMPARE(join(app, "203.0.113.8", 4), std::string());  // somebody else's address
    app.clock.advance(3'600'000);
    QCOMPARE(join(app, "203.0.113.7", 3), std::string());
  }

  void whatIsRefusedForItsInputDoesNotCount() {
    AccountApp app(threeAnHour());
    for (int i = 0; i < 5; ++i) {
      server::NewAccount wanted;
      wanted.email = "no address";
      wanted.password = kPassword;
      server::Visit visit;
      visit.peer = "203.0.113.7";
      QVERIFY(!app.accounts.registerAccount(wanted, visit));
    }
    QCOMPARE(join(app, "203.0.113.7", 0), std::string());
  }

  void theMachineItselfIsNotLimited() {
    AccountApp app(threeAnHour());
    for (int i = 0; i < 5; ++i) QCOMPARE(join(app, "127.0.0.1", i), std::string());
  }
};

QTEST_GUILESS_MAIN(RegisterLimitTest)
#include "register_limit_test.moc"
