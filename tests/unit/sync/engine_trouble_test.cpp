// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "rig.hpp"
#include "sync/tuning.hpp"

using namespace foyer;
using namespace foyer::test;
using sync::State;

/// What the simulation of tests/convergence found in the engine, each for itself.
class EngineTroubleTest : public QObject {
  Q_OBJECT

 private slots:
  void aFullDiskAmidAGreetingEndsTheConnectionOnly();
  void clockDifferenceIsNotedWithTheStampsItMoves();
  void aScopeThatWasGivenUpIsNoReasonToWait();
  void aLiveConnectionGreetsNowAndThen();
};

void EngineTroubleTest::aFullDiskAmidAGreetingEndsTheConnectionOnly() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.engine->start();
  rig.engine->connected();
  rig.take<protocol::Hello>();
  rig.disk.setFull(true);
  rig.say(rig.welcome());
  QVERIFY(!rig.isOpen);
  QCOMPARE(rig.engine->status().state, State::off);
  QVERIFY(rig.engine->status().why);

  rig.disk.setFull(false);
  rig.pass(sync::tuning::kBackoffFirst.count());
  rig.engine->connected();
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  QCOMPARE(rig.take<protocol::Pull>().scope, scope);
}

void EngineTroubleTest::clockDifferenceIsNotedWithTheStampsItMoves() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.engine->stop();
  rig.write(scope, "Ada");
  const std::int64_t before = rig.wall.wallMs();
  rig.serverClockAheadMs = 3'600'000;
  rig.engine->start();
  rig.engine->connected();
  rig.take<protocol::Hello>();
  // The disk takes the first transaction after the welcome, then no more.
  rig.say(rig.welcome());
  rig.restart();
  rig.connect();
  const auto push = rig.take<protocol::Push>();
  const auto stamp = std::get<model::Mutation>(push.mutations.at(0)).stamp;
  QVERIFY(std::abs(stamp.ms() - (before + 3'600'000)) < 10'000);
}

void EngineTroubleTest::aScopeThatWasGivenUpIsNoReasonToWait() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  store::Edit head;
  head.collection = &schema::collection("families");
  head.scope = head.id = Uuid::v7(rig.wall.wallMs());
  head.op = model::Op::create;
  head.patches = {{head.collection->find("name"), std::string("Home"), {}, {}, {}},
                  {head.collection->find("created_by"), rig.account, {}, {}, {}}};
  QVERIFY(rig.store->write(head).ok());
  rig.engine->localChange(head.scope);
  rig.take<protocol::Push>();
  protocol::PushResult result;
  result.scope = head.scope;
  result.lastSeq = 1;
  result.results.push_back({1, model::Outcome::held, 0, Error{Code::forbidden, {}, "Not here."}});
  rig.say(result);
  QCOMPARE(rig.engine->status().state, State::held);

  QVERIFY(rig.store->discardHeld(rig.store->heldItems().at(0).localId).ok());
  rig.engine->localChange(head.scope);
  QCOMPARE(rig.engine->status().state, State::ok);
}

void EngineTroubleTest::aLiveConnectionGreetsNowAndThen() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  const Uuid added = rig.newScope();  // and the hint that it is there got lost
  for (int i = 0; i < 100 && !rig.store->scope(added); ++i) {
    rig.pass(sync::tuning::kPingEvery.count());
    while (!rig.sent.empty()) {
      if (std::holds_alternative<protocol::Ping>(rig.sent.front())) {
        rig.say(protocol::Pong{rig.take<protocol::Ping>().n});
      } else if (std::holds_alternative<protocol::Hello>(rig.sent.front())) {
        rig.take<protocol::Hello>();
        rig.say(rig.welcome());
      } else {
        const auto pull = rig.take<protocol::Pull>();
        rig.say(rig.page(pull.scope, 0, rig.head(pull.scope)));
      }
    }
  }
  QVERIFY(rig.store->scope(added));
  QCOMPARE(rig.opened, 1);
}

QTEST_GUILESS_MAIN(EngineTroubleTest)
#include "engine_trouble_test.moc"
