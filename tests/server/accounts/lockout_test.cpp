// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "account_app.hpp"

using namespace foyer;
using test::AccountApp;
using test::kPassword;

namespace {
constexpr const char* kWrong = "not this sentence at all";
constexpr std::int64_t kMinute = 60'000;

/// Five failures, each as soon as it is allowed.
void lock(AccountApp& app, const boost::json::object& device = {}) {
  for (const std::int64_t wait : {0, 0, 1000, 2000, 4000}) {
    app.clock.advance(wait);
    const auto answer = app.login("ana@example.org", kWrong, device);
    if (answer.code() != "wrong_credentials")
      throw std::runtime_error("not let in to fail: " + answer.code());
  }
}
}  // namespace

class LockoutTest : public QObject {
  Q_OBJECT

 private slots:
  void attemptsSlowDownAndTheFifthLocks() {
    AccountApp app;
    app.join("ana@example.org");
    const auto retry = [&](const char* password) { return app.login("ana@example.org", password); };
    QCOMPARE(retry(kWrong).status, 401);
    QCOMPARE(retry(kWrong).status, 401);
    for (const int seconds : {1, 2, 4}) {
      const auto early = retry(kPassword);
      QCOMPARE(early.status, 429);
      QCOMPARE(early.code(), "rate_limited");
      QCOMPARE(early.header("retry-after"), std::to_string(seconds));
      app.clock.advance(seconds * 1000);
      QCOMPARE(retry(kWrong).status, 401);
    }
    const auto locked = retry(kPassword);
    QCOMPARE(locked.code(), "locked_out");
    QCOMPARE(locked.header("retry-after"), "900");
    app.clock.advance(15 * kMinute - 1);
    QCOMPARE(retry(kPassword).code(), "locked_out");
    app.clock.advance(1);
    QCOMPARE(retry(kPassword).status, 200);
    QCOMPARE(retry(kWrong).status, 401);  // and the count starts anew
    QCOMPARE(retry(kWrong).status, 401);
  }

  void eachFurtherLockIsTwiceAsLong() {
    AccountApp app;
    app.join("ana@example.org");
    for (const std::int64_t minutes : {15, 30, 60, 120}) {
      lock(app);
      QCOMPARE(app.login("ana@example.org").code(), "locked_out");
      app.clock.advance(minutes * kMinute - 1);
      QCOMPARE(app.login("ana@example.org").code(), "locked_out");
      app.clock.advance(1);
    }
    QCOMPARE(app.login("ana@example.org").status, 200);
  }

  void nobodyElseLocksAKnownDevice() {
    AccountApp app;
    const test::TestDevice phone;
    app.join("ana@example.org", phone.json());
    lock(app);
    QCOMPARE(app.login("ana@example.org").code(), "locked_out");
    QCOMPARE(app.login("ana@example.org", kPassword, phone.json()).status, 200);
    test::TestDevice imitation;
    imitation.id = phone.id;
    QCOMPARE(app.login("ana@example.org", kPassword, imitation.json()).code(), "locked_out");
    lock(app, phone.json());  // it counts for itself
    QCOMPARE(app.login("ana@example.org", kPassword, phone.json()).code(), "locked_out");
  }

  void unknownAccountsLockAlike() {
    AccountApp app;
    app.join("ana@example.org");
    for (int i = 0; i < 2; ++i) QCOMPARE(app.login("nobody@example.org").status, 401);
    QCOMPARE(app.login("nobody@example.org").code(), "rate_limited");
  }

  void anAddressIsNotWashedCleanByAnOwnAccount() {
    AccountApp app;
    app.join("ana@example.org");
    app.join("thief@example.org");
    app.login("ana@example.org", kWrong);
    QCOMPARE(app.login("thief@example.org").status, 200);
    app.login("ana@example.org", kWrong);
    QCOMPARE(app.login("other@example.org", kWrong).code(), "rate_limited");  // third failure of the address
  }

  void guessesAtTheSameTimeCountOneByOne() {
    AccountApp app;
    app.join("ana@example.org");
    std::atomic<int> looked{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i) {
      threads.emplace_back([&] {
        if (app.login("ana@example.org", kWrong).code() == "wrong_credentials") ++looked;
      });
    }
    for (auto& t : threads) t.join();
    QCOMPARE(looked.load(), 2);
  }
};

QTEST_GUILESS_MAIN(LockoutTest)
#include "lockout_test.moc"
