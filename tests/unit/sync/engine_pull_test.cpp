// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "rig.hpp"
#include "sync/tuning.hpp"

using namespace foyer;
using namespace foyer::test;
using sync::State;

/// Rows come down: first passes, pages, live changes, epochs, digests.
class EnginePullTest : public QObject {
  Q_OBJECT

 private slots:
  void firstSyncEndsVerified();
  void nextPageIsAskedBeforeTheRowsAreRead();
  void anInterruptedPassGoesOnWhereItStopped();
  void liveChangesArriveAndAGapIsPulled();
  void aNewEpochReadsEverythingAgain();
  void law10_differentDigestsAreSearchedThenReadAgainOnceThenSaid();
  void withoutLiveItPolls();
  void law15_aFirstSyncSaysHowFarItIs();
  void law15_whatIsToComeIsKnownWhileOff();
  void law15_whatWasVerifiedIsKnownAfterARestart();
};

void EnginePullTest::firstSyncEndsVerified() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Ada");
  rig.put(scope, "Bela");
  QCOMPARE(rig.engine->status().state, State::off);
  rig.engine->start();
  QCOMPARE(rig.opened, 1);
  rig.engine->connected();
  const auto hello = rig.take<protocol::Hello>();
  QVERIFY(hello.scopes.empty());
  rig.say(rig.welcome());
  const auto pull = rig.take<protocol::Pull>();
  QCOMPARE(pull.scope, scope);
  QVERIFY(pull.follow);
  QCOMPARE(pull.from, protocol::PageToken{});
  QCOMPARE(rig.engine->status().state, State::sync);
  rig.say(rig.page(scope, 0, 2));
  QVERIFY(rig.sent.empty());
  QCOMPARE(rig.engine->status().state, State::ok);
  QVERIFY(rig.engine->settled());
  QVERIFY(rig.engine->status().find(scope)->verifiedMs > 0);
  QCOMPARE(rig.store->scope(scope)->cursor, 2);
}

void EnginePullTest::nextPageIsAskedBeforeTheRowsAreRead() {
  Rig rig;
  const Uuid scope = rig.newScope();
  for (int i = 0; i < 6; ++i) rig.put(scope, "Row " + std::to_string(i));
  rig.connect();
  rig.take<protocol::Pull>();
  const auto first = rig.page(scope, 0, 2);
  std::size_t rowsWhenAsked = 99;
  rig.store->onChanges([&](const auto&) { rowsWhenAsked = std::min(rowsWhenAsked, rig.sent.size()); });
  rig.say(first);
  QCOMPARE(rowsWhenAsked, std::size_t{1});
  const auto second = rig.take<protocol::Pull>();
  QCOMPARE(second.from, first.header.next);
  rig.say(rig.page(scope, 2, 4));
  rig.take<protocol::Pull>();
  rig.say(rig.page(scope, 4, 6));
  QVERIFY(rig.engine->settled());
}

void EnginePullTest::anInterruptedPassGoesOnWhereItStopped() {
  Rig rig;
  const Uuid scope = rig.newScope();
  for (int i = 0; i < 6; ++i) rig.put(scope, "Row " + std::to_string(i));
  rig.connect();
  rig.take<protocol::Pull>();
  const auto first = rig.page(scope, 0, 2);
  rig.say(first);
  rig.restart();
  rig.connect();
  const auto again = rig.take<protocol::Pull>();
  QCOMPARE(again.from, first.header.next);
  rig.say(rig.page(scope, 2, 6));
  QVERIFY(rig.engine->settled());
  QCOMPARE(rig.store->scope(scope)->cursor, 6);
}

void EnginePullTest::liveChangesArriveAndAGapIsPulled() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.put(scope, "Ada");
  rig.say(rig.page(scope, 0, 1, true));
  QCOMPARE(rig.store->scope(scope)->cursor, 1);
  rig.say(rig.page(scope, 0, 1, true));  // the same once more
  QCOMPARE(rig.store->scope(scope)->cursor, 1);
  QVERIFY(rig.sent.empty());
  rig.put(scope, "Bela");
  rig.put(scope, "Cleo");
  rig.say(rig.page(scope, 2, 3, true));  // what came before is missing
  QCOMPARE(rig.store->scope(scope)->cursor, 1);
  const auto pull = rig.take<protocol::Pull>();
  QCOMPARE(pull.from.since, 1);
  rig.say(rig.page(scope, 1, 3));
  QVERIFY(rig.engine->settled());
}

void EnginePullTest::aNewEpochReadsEverythingAgain() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Ada");
  rig.settle(scope);
  rig.engine->disconnected({Code::unreachable, {}, "cut"});
  rig.scopes[scope].epoch = 2;
  rig.pass(sync::tuning::kBackoffFirst.count());
  rig.engine->connected();
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  const auto pull = rig.take<protocol::Pull>();
  QCOMPARE(pull.epoch, 2);
  QCOMPARE(pull.from.since, 0);
  rig.say(rig.page(scope, 0, 1));
  QVERIFY(rig.engine->settled());
}

void EnginePullTest::law10_differentDigestsAreSearchedThenReadAgainOnceThenSaid() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Ada");
  rig.scopes[scope].wrongDigest = true;
  rig.settle(scope);
  for (int i = 0; i < sync::tuning::kRepairs; ++i) {
    QCOMPARE(rig.engine->status().find(scope)->state, State::sync);
    QCOMPARE(rig.take<protocol::SumsRequest>().prefixes, std::vector<std::string>{""});
    rig.say(rig.sums(scope));
    QCOMPARE(rig.take<protocol::Pull>().from.since, 1);
    rig.say(rig.page(scope, 1, 1));
  }
  const auto again = rig.take<protocol::Pull>();
  QCOMPARE(again.from.since, 0);
  rig.say(rig.page(scope, 0, 1));
  QVERIFY(rig.sent.empty());
  QCOMPARE(rig.engine->status().find(scope)->state, State::wait);
  QCOMPARE(rig.engine->status().find(scope)->why->code, Code::damaged);
  QVERIFY(rig.engine->status().find(scope)->nextTryMs > 0);
  rig.scopes[scope].wrongDigest = false;
  rig.pass(sync::tuning::kBackoffFirst.count());
  rig.take<protocol::Pull>();
  rig.say(rig.page(scope, 1, 1));
  QVERIFY(rig.engine->settled());
  QVERIFY(!rig.engine->status().find(scope)->why);
}

void EnginePullTest::withoutLiveItPolls() {
  Rig rig;
  rig.isLive = false;
  const Uuid scope = rig.newScope();
  rig.connect();
  QVERIFY(!rig.take<protocol::Pull>().follow);
  rig.say(rig.page(scope, 0, 0));
  QVERIFY(rig.engine->settled());
  rig.write(scope, "Ada");
  rig.say(rig.accept(rig.take<protocol::Push>()));
  QCOMPARE(rig.take<protocol::Pull>().from.since, 0);
  rig.say(rig.page(scope, 0, 1));
  QVERIFY(rig.engine->settled());
  rig.put(scope, "Bela");
  rig.pass(sync::tuning::kPingEvery.count());
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  QCOMPARE(rig.take<protocol::Pull>().from.since, 1);
}

/// Four pages, a second each; the connection breaks after the second one.
void EnginePullTest::law15_aFirstSyncSaysHowFarItIs() {
  Rig rig;
  const Uuid scope = rig.newScope();
  for (int i = 0; i < 40; ++i) rig.put(scope, "Row " + std::to_string(i));
  const auto now = [&] { return *rig.engine->status().find(scope); };
  const auto page = [&](int n) {
    while (!rig.sent.empty()) rig.take<protocol::Pull>();
    rig.pass(1000);
    rig.say(rig.page(scope, (n - 1) * 10, n * 10));
  };
  rig.connect();
  QCOMPARE(now().rowsExpected, 40);
  QCOMPARE(now().secondsLeft, 0);  // nobody knows yet
  page(1);
  QCOMPARE(now().rowsLoaded, 10);
  const std::int64_t first = now().secondsLeft;
  QVERIFY(first >= 3 && first <= 4);
  page(2);
  QVERIFY(now().secondsLeft < first && now().secondsLeft >= 2);

  rig.engine->disconnected({Code::unreachable, {}, "cut"});
  QCOMPARE(now().rowsLoaded, 20);
  QCOMPARE(now().rowsExpected, 40);
  QCOMPARE(now().secondsLeft, 0);
  rig.sent.clear();
  rig.pass(60'000);
  rig.engine->connected();
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  QCOMPARE(now().rowsLoaded, 20);
  QVERIFY(now().secondsLeft >= 2 && now().secondsLeft < first);
  page(3);
  QCOMPARE(now().rowsLoaded, 30);
  QVERIFY(now().secondsLeft >= 1 && now().secondsLeft <= 2);

  rig.restart();
  QCOMPARE(now().rowsLoaded, 30);
  QCOMPARE(now().rowsExpected, 40);
  rig.connect();
  QCOMPARE(now().rowsLoaded, 30);
  page(4);
  QVERIFY(rig.engine->settled());
  QCOMPARE(now().rowsLoaded, 40);
  QCOMPARE(now().rowsExpected, 0);  // it is over
  QCOMPARE(now().secondsLeft, 0);
}

void EnginePullTest::law15_whatIsToComeIsKnownWhileOff() {
  Rig rig;
  const Uuid scope = rig.newScope();
  for (int i = 0; i < 6; ++i) rig.put(scope, "Row " + std::to_string(i));
  const auto behind = [&] {
    const auto now = *rig.engine->status().find(scope);
    return now.head - now.cursor;
  };
  rig.connect();
  rig.say(rig.page(scope, 0, 2));
  rig.engine->disconnected({Code::unreachable, {}, "cut"});
  QCOMPARE(behind(), 6);
  rig.restart();
  QCOMPARE(behind(), 6);
  rig.connect();
  rig.say(rig.page(scope, 2, 6));
  QCOMPARE(behind(), 0);
  rig.engine->disconnected({Code::unreachable, {}, "cut"});
  QCOMPARE(behind(), 0);

  rig.sent.clear();
  rig.put(scope, "A later one");
  rig.pass(sync::tuning::kBackoffFirst.count());
  rig.engine->connected();
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());  // names the new head; nothing of it arrives
  rig.restart();
  QCOMPARE(behind(), 1);
}

void EnginePullTest::law15_whatWasVerifiedIsKnownAfterARestart() {
  Rig rig;
  const Uuid scope = rig.newScope();
  for (int i = 0; i < 5; ++i) rig.put(scope, "Row " + std::to_string(i));
  const auto verified = [&] { return rig.engine->status().find(scope)->verifiedVersion; };
  rig.settle(scope);
  QCOMPARE(verified(), 5);
  for (int i = 0; i < 5; ++i) rig.put(scope, "Later " + std::to_string(i));
  rig.scopes[scope].wrongDigest = true;
  rig.say(rig.page(scope, 5, 10, true));
  QCOMPARE(rig.store->scope(scope)->cursor, 10);
  QCOMPARE(verified(), 5);
  rig.restart();
  QCOMPARE(rig.store->scope(scope)->cursor, 10);
  QCOMPARE(verified(), 5);
  rig.store->restartScope(scope, 1);
  rig.restart();
  QCOMPARE(verified(), 0);
}

QTEST_GUILESS_MAIN(EnginePullTest)
#include "engine_pull_test.moc"
