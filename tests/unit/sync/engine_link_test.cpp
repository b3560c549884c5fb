// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "rig.hpp"
#include "sync/tuning.hpp"

using namespace foyer;
using namespace foyer::test;
using sync::State;

/// The connection: silence, waits, pings, farewells, messages that cannot be read.
class EngineLinkTest : public QObject {
  Q_OBJECT

 private slots:
  void theWatchdogCountsSilenceAsOffline();
  void waitsGrowAndTryNowEndsThem();
  void law15_anIdleConnectionIsAskedAndItsSilenceCounts();
  void law15_aSlowWayIsAskedEarlierAndStaysUp();
  void staleScopesChangedAndBye();
  void anUnreadableMessageIsNotTheEnd();
};

void EngineLinkTest::theWatchdogCountsSilenceAsOffline() {
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

void EngineLinkTest::waitsGrowAndTryNowEndsThem() {
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

void EngineLinkTest::law15_anIdleConnectionIsAskedAndItsSilenceCounts() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.pass(sync::tuning::kPingEvery.count());
  const auto ping = rig.take<protocol::Ping>();
  rig.say(protocol::Pong{ping.n});
  QVERIFY(rig.engine->settled());
  rig.pass(sync::tuning::kPingEvery.count());
  rig.take<protocol::Ping>();
  rig.pass(sync::tuning::kWatchdog.count() - sync::tuning::kPingEvery.count() - 1);
  QVERIFY(rig.engine->status().connected);
  rig.pass(1);  // law 15: the watchdog's time after the last answer, not after the question
  QVERIFY(!rig.engine->status().connected);
}

void EngineLinkTest::law15_aSlowWayIsAskedEarlierAndStaysUp() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.settle(scope);
  rig.pass(sync::tuning::kPingEvery.count());
  auto ping = rig.take<protocol::Ping>();
  for (int i = 0; i < 5; ++i) {
    rig.pass(i == 0 ? 4'900 : 6'900);  // an answer takes that long, and ever longer
    QVERIFY(rig.engine->status().connected);
    rig.say(protocol::Pong{ping.n});
    rig.pass(sync::tuning::kWatchdog.count() - 2 * (i == 0 ? 4'900 : 6'900));
    ping = rig.take<protocol::Ping>();
  }
  rig.pass(2 * 6'900 - 1);
  QVERIFY(rig.engine->status().connected);
  rig.pass(1);
  QVERIFY(!rig.engine->status().connected);
}

void EngineLinkTest::staleScopesChangedAndBye() {
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

void EngineLinkTest::anUnreadableMessageIsNotTheEnd() {
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

QTEST_GUILESS_MAIN(EngineLinkTest)
#include "engine_link_test.moc"
