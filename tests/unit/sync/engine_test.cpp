// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "rig.hpp"
#include "sync/tuning.hpp"

using namespace foyer;
using namespace foyer::test;
using sync::State;

class EngineTest : public QObject {
  Q_OBJECT

 private slots:
  void firstSyncEndsVerified();
  void nextPageIsAskedBeforeTheRowsAreRead();
  void anInterruptedPassGoesOnWhereItStopped();
  void aCutPushIsRepeatedWithTheSameBytes();
  void aLocalChangeIsSentAtOnceOneBatchAtATime();
  void uploadsDoNotWaitForDownloads();
  void liveChangesArriveAndAGapIsPulled();
  void aLostScopeIsDroppedAnUnconfirmedOneIsPushed();
  void aNewEpochReadsEverythingAgain();
  void differentDigestsReadAgainOnceThenSaySo();
  void theWatchdogCountsSilenceAsOffline();
  void waitsGrowAndTryNowEndsThem();
  void anIdleConnectionIsAskedNowAndThen();
  void oneScopesTroubleStopsNoOther();
  void oneOfTwoRequestsFails();
  void staleScopesChangedAndBye();
  void clocksAreComparedOnce();
  void anotherAccountsServerIsRefused();
  void anUnreadableMessageIsNotTheEnd();
  void heldIsShownAndDoesNotKeepFromSettling();
  void withoutLiveItPolls();
  void aRestartedProcessGoesOn();
};

void EngineTest::firstSyncEndsVerified() {
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

void EngineTest::nextPageIsAskedBeforeTheRowsAreRead() {
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

void EngineTest::anInterruptedPassGoesOnWhereItStopped() {
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

void EngineTest::aCutPushIsRepeatedWithTheSameBytes() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.write(scope, "Ada");
  const auto push = rig.take<protocol::Push>();
  rig.accept(push);  // stored there, but the answer is lost
  rig.engine->disconnected({Code::unreachable, {}, "cut"});
  QCOMPARE(rig.engine->status().queued, 1);
  rig.pass(sync::tuning::kBackoffFirst.count());
  rig.engine->connected();
  const auto hello = rig.take<protocol::Hello>();
  QCOMPARE(hello.scopes.at(0).lastSeq, std::uint64_t{1});
  rig.say(rig.welcome());
  const auto repeated = rig.take<protocol::Push>();
  QCOMPARE(repeated.mutations.size(), std::size_t{1});
  QCOMPARE(protocol::encodeMutation(std::get<model::Mutation>(repeated.mutations[0])),
           protocol::encodeMutation(std::get<model::Mutation>(push.mutations[0])));
}

void EngineTest::aLocalChangeIsSentAtOnceOneBatchAtATime() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.write(scope, "Ada");
  const auto first = rig.take<protocol::Push>();
  QCOMPARE(first.mutations.size(), std::size_t{1});
  rig.write(scope, "Bela");
  rig.write(scope, "Cleo");
  QVERIFY(rig.sent.empty());
  QCOMPARE(rig.engine->status().state, State::sync);
  rig.say(rig.accept(first));
  const auto second = rig.take<protocol::Push>();
  QCOMPARE(second.mutations.size(), std::size_t{2});
  QCOMPARE(second.ack, std::uint64_t{1});
  rig.say(rig.page(scope, 0, 1, true));
  rig.say(rig.accept(second));
  QVERIFY(!rig.engine->settled());  // the truth has not arrived yet
  rig.say(rig.page(scope, 1, 3, true));
  QVERIFY(rig.engine->settled());
  QCOMPARE(rig.engine->status().state, State::ok);
  QVERIFY(rig.sent.empty());
}

void EngineTest::uploadsDoNotWaitForDownloads() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Row");
  rig.connect();
  rig.take<protocol::Pull>();
  rig.write(scope, "Ada");
  const auto push = rig.take<protocol::Push>();
  rig.say(rig.accept(push));
  rig.write(scope, "Bela");
  rig.take<protocol::Push>();
  rig.say(rig.page(scope, 0, 2));  // the pull ends while a push is under way
  QCOMPARE(rig.store->scope(scope)->cursor, 2);
}

void EngineTest::liveChangesArriveAndAGapIsPulled() {
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

void EngineTest::aLostScopeIsDroppedAnUnconfirmedOneIsPushed() {
  Rig rig;
  const Uuid mine = rig.newScope();
  const Uuid lostOne = rig.newScope();
  rig.put(lostOne, "Gone");
  rig.connect();
  for (int i = 0; i < 2; ++i) {
    const auto pull = rig.take<protocol::Pull>();
    rig.say(rig.page(pull.scope, 0, rig.head(pull.scope)));
  }
  QVERIFY(rig.engine->settled());

  store::Edit head;
  head.collection = &schema::collection("families");
  head.scope = head.id = Uuid::v7(rig.wall.wallMs());
  head.op = model::Op::create;
  model::FieldPatch name;
  name.field = head.collection->find("name");
  name.value = std::string("Home");
  model::FieldPatch by;
  by.field = head.collection->find("created_by");
  by.value = rig.account;
  head.patches = {name, by};
  QVERIFY(rig.store->write(head).ok());
  rig.engine->localChange(head.scope);
  const auto push = rig.take<protocol::Push>();
  QCOMPARE(push.scope, head.scope);

  rig.scopes.erase(lostOne);
  rig.say(protocol::ScopesChanged{});
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  QVERIFY(!rig.store->scope(lostOne));
  QVERIFY(rig.store->scope(head.scope));

  protocol::PushResult result;
  result.scope = head.scope;
  result.head = result.lastSeq = 1;
  result.results.push_back({1, model::Outcome::applied, 1, {}});
  rig.say(result);
  rig.take<protocol::Hello>();
  rig.scopes[head.scope] = {schema::Scope::family, 1, 1, {}, false};
  rig.say(rig.welcome());
  const auto pull = rig.take<protocol::Pull>();
  QCOMPARE(pull.scope, head.scope);
  QVERIFY(rig.store->scope(head.scope)->confirmed);
  QVERIFY(rig.engine->status().find(mine) != nullptr);
}

void EngineTest::aNewEpochReadsEverythingAgain() {
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

void EngineTest::differentDigestsReadAgainOnceThenSaySo() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Ada");
  rig.scopes[scope].wrongDigest = true;
  rig.settle(scope);
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

void EngineTest::theWatchdogCountsSilenceAsOffline() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.connect();
  rig.take<protocol::Pull>();
  rig.pass(sync::tuning::kWatchdog.count() - 1);
  QVERIFY(rig.engine->status().connected);
  rig.pass(1);
  QVERIFY(!rig.engine->status().connected);
  QVERIFY(!rig.isOpen);
  QCOMPARE(rig.engine->status().state, State::off);
  QCOMPARE(rig.engine->status().why->code, Code::timeout);
  QVERIFY(rig.engine->status().nextTryMs > 0);
  Q_UNUSED(scope);
}

void EngineTest::waitsGrowAndTryNowEndsThem() {
  Rig rig;
  rig.engine->start();
  std::int64_t before = 0;
  for (int i = 0; i < 12; ++i) {
    rig.engine->disconnected({Code::unreachable, {}, "no network"});
    const std::int64_t wait = *rig.engine->nextWake() - rig.wall.steadyMs();
    QVERIFY(wait <= sync::tuning::kBackoffMax.count());
    if (i >= 8) QVERIFY(wait >= sync::tuning::kBackoffMax.count() / 2);
    if (i == 0) QVERIFY(wait <= sync::tuning::kBackoffFirst.count());
    before = rig.opened;
    rig.pass(wait);
    QCOMPARE(rig.opened, before + 1);
  }
  rig.engine->disconnected({Code::unreachable, {}, "no network"});
  rig.engine->tryNow();
  QCOMPARE(rig.opened, before + 2);
  rig.engine->disconnected({Code::unauthenticated, {}, "who are you"});
  QVERIFY(*rig.engine->nextWake() - rig.wall.steadyMs() > sync::tuning::kBackoffMax.count());
  rig.engine->stop();
  QVERIFY(!rig.engine->nextWake());
}

void EngineTest::anIdleConnectionIsAskedNowAndThen() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.pass(sync::tuning::kPingEvery.count());
  const auto ping = rig.take<protocol::Ping>();
  rig.say(protocol::Pong{ping.n});
  QVERIFY(rig.engine->settled());
  rig.pass(sync::tuning::kPingEvery.count());
  rig.take<protocol::Ping>();
  rig.pass(sync::tuning::kWatchdog.count());
  QVERIFY(!rig.engine->status().connected);
}

void EngineTest::oneScopesTroubleStopsNoOther() {
  Rig rig;
  const Uuid bad = rig.newScope();
  const Uuid good = rig.newScope(schema::Scope::family);
  rig.connect();
  rig.take<protocol::Pull>();
  rig.take<protocol::Pull>();
  rig.say(protocol::Problem{bad, {Code::internal, {}, "broken"}});
  rig.say(rig.page(good, 0, 0));
  QCOMPARE(rig.engine->status().find(bad)->state, State::wait);
  QCOMPARE(rig.engine->status().find(good)->state, State::ok);
  QVERIFY(rig.engine->status().connected);
  rig.write(good, "Ada");
  rig.say(rig.accept(rig.take<protocol::Push>()));
  rig.say(rig.page(good, 0, 1, true));
  rig.pass(sync::tuning::kBackoffFirst.count());
  const auto again = rig.take<protocol::Pull>();
  QCOMPARE(again.scope, bad);
  rig.say(rig.page(bad, 0, 0));
  QVERIFY(rig.engine->settled());
}

void EngineTest::oneOfTwoRequestsFails() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Row");
  rig.connect();
  rig.take<protocol::Pull>();
  rig.write(scope, "Ada");
  const auto push = rig.take<protocol::Push>();
  rig.say(protocol::Problem{scope, {Code::busy, {}, "later"}});
  rig.say(rig.page(scope, 0, 1));  // so it was the push that failed
  QCOMPARE(rig.engine->status().find(scope)->state, State::wait);
  QCOMPARE(rig.store->scope(scope)->cursor, 1);
  rig.pass(sync::tuning::kBackoffFirst.count());
  const auto again = rig.take<protocol::Push>();
  QCOMPARE(protocol::seqOf(again.mutations[0]), protocol::seqOf(push.mutations[0]));
}

void EngineTest::staleScopesChangedAndBye() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.put(scope, "Ada");
  rig.say(protocol::Stale{scope});
  const auto pull = rig.take<protocol::Pull>();
  rig.say(rig.page(scope, 0, 1));
  QCOMPARE(pull.from.since, 0);
  rig.say(protocol::ScopesChanged{});
  rig.take<protocol::Hello>();
  const Uuid more = rig.newScope(schema::Scope::family);
  rig.say(rig.welcome());
  QCOMPARE(rig.take<protocol::Pull>().scope, more);
  QVERIFY(rig.sent.empty());
  rig.say(protocol::Bye{"stopping"});
  QVERIFY(!rig.engine->status().connected);
  rig.pass(sync::tuning::kBackoffFirst.count());
  QCOMPARE(rig.opened, 2);
}

void EngineTest::clocksAreComparedOnce() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.write(scope, "Ada");
  auto first = rig.take<protocol::Push>();
  rig.write(scope, "Bela");  // gets no number while the first is unanswered, so its stamp may move
  const std::int64_t writtenAt = rig.wall.wallMs();
  const std::int64_t hour = 3'600'000;
  rig.serverClockAheadMs = hour;
  rig.maxPush = 1;
  for (int i = 0; i < 3; ++i) {
    rig.engine->disconnected({Code::unreachable, {}, "cut"});
    rig.engine->tryNow();
    rig.engine->connected();
    rig.take<protocol::Hello>();
    rig.say(rig.welcome());
    first = rig.take<protocol::Push>();
    rig.take<protocol::Pull>();
  }
  QVERIFY(std::abs(rig.clock.offsetMs() - hour) < 1'000);
  QCOMPARE(rig.store->setting("clock_offset_ms"), std::to_string(rig.clock.offsetMs()));
  rig.say(rig.accept(first));
  const auto second = rig.take<protocol::Push>();
  const auto stamp = std::get<model::Mutation>(second.mutations.at(0)).stamp;
  QVERIFY(std::abs(stamp.ms() - (writtenAt + hour)) < 1'000);
}

void EngineTest::anotherAccountsServerIsRefused() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Ada");
  rig.settle(scope);
  rig.engine->disconnected({Code::unreachable, {}, "cut"});
  rig.pass(sync::tuning::kBackoffFirst.count());
  rig.engine->connected();
  rig.account = Uuid::v7(rig.wall.wallMs());
  rig.scopes.clear();
  rig.sent.clear();
  rig.say(rig.welcome());
  QVERIFY(!rig.engine->status().connected);
  QCOMPARE(rig.engine->status().why->code, Code::forbidden);
  QVERIFY(rig.store->scope(scope));  // nothing was dropped
}

void EngineTest::anUnreadableMessageIsNotTheEnd() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.engine->received({"{\"what\":", false});
  rig.engine->received({"\x01\x02\x03", true});
  QVERIFY(rig.engine->status().connected);
  rig.put(scope, "Ada");
  rig.say(rig.page(scope, 0, 1, true));
  QCOMPARE(rig.store->scope(scope)->cursor, 1);
}

void EngineTest::heldIsShownAndDoesNotKeepFromSettling() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.write(scope, "Ada");
  const auto push = rig.take<protocol::Push>();
  protocol::PushResult result;
  result.scope = scope;
  result.lastSeq = 1;
  result.results.push_back({1, model::Outcome::held, 0, Error{Code::invalidField, "name", "Not this name."}});
  rig.say(result);
  QCOMPARE(rig.engine->status().state, State::held);
  QCOMPARE(rig.engine->status().held, 1);
  QVERIFY(rig.engine->settled());
  QVERIFY(rig.sent.empty());
  rig.write(scope, "Bela");
  QCOMPARE(rig.take<protocol::Push>().mutations.size(), std::size_t{1});
}

void EngineTest::withoutLiveItPolls() {
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
  rig.pass(sync::tuning::kPollEvery.count());
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  QCOMPARE(rig.take<protocol::Pull>().from.since, 1);
}

void EngineTest::aRestartedProcessGoesOn() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.write(scope, "Ada");
  const auto push = rig.take<protocol::Push>();
  rig.restart();
  QCOMPARE(rig.engine->status().queued, 1);
  rig.engine->start();
  rig.engine->connected();
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  const auto again = rig.take<protocol::Push>();
  QCOMPARE(protocol::seqOf(again.mutations[0]), protocol::seqOf(push.mutations[0]));
  rig.take<protocol::Pull>();
  rig.say(rig.accept(again));
  rig.say(rig.page(scope, 0, 1));
  QVERIFY(rig.engine->settled());
}

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
