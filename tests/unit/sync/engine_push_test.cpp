// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "rig.hpp"
#include "sync/tuning.hpp"

using namespace foyer;
using namespace foyer::test;
using sync::State;

/// Changes go up: batches, repeats after a cut, stamps, what is held.
class EnginePushTest : public QObject {
  Q_OBJECT

 private slots:
  void aCutPushIsRepeatedWithTheSameBytes();
  void aLocalChangeIsSentAtOnceOneBatchAtATime();
  void uploadsDoNotWaitForDownloads();
  void oneOfTwoRequestsFails();
  void clocksAreComparedOnce();
  void heldIsShownAndDoesNotKeepFromSettling();
  void aRestartedProcessGoesOn();
};

void EnginePushTest::aCutPushIsRepeatedWithTheSameBytes() {
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

void EnginePushTest::aLocalChangeIsSentAtOnceOneBatchAtATime() {
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

void EnginePushTest::uploadsDoNotWaitForDownloads() {
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

void EnginePushTest::oneOfTwoRequestsFails() {
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

void EnginePushTest::clocksAreComparedOnce() {
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

void EnginePushTest::heldIsShownAndDoesNotKeepFromSettling() {
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

void EnginePushTest::aRestartedProcessGoesOn() {
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

QTEST_GUILESS_MAIN(EnginePushTest)
#include "engine_push_test.moc"
