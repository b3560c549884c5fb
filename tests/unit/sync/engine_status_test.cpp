// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <set>

#include "rig.hpp"
#include "sync/tuning.hpp"

using namespace foyer;
using namespace foyer::test;
using sync::State;

namespace {

protocol::PushResult refuse(const protocol::Push& push) {
  protocol::PushResult result{push.scope, 0, 0, 0, {}};
  for (const auto& item : push.mutations) {
    result.lastSeq = protocol::seqOf(item);
    result.results.push_back(
        {result.lastSeq, model::Outcome::held, 0, Error{Code::invalidField, "name", "Not this."}});
  }
  return result;
}

}  // namespace

/// Law 15: every status is reached, and says of itself what is so (the rig checks each one that is told).
class EngineStatusTest : public QObject {
  Q_OBJECT

 private slots:
  void law15_everyStateIsReached() {
    Rig rig;
    std::set<State> reached;
    const auto now = [&] { return reached.insert(rig.engine->status().state), rig.engine->status(); };
    QVERIFY(now().stopped);
    const Uuid scope = rig.newScope();
    rig.connect();
    QVERIFY(now().state == State::sync);
    rig.take<protocol::Pull>();
    rig.say(rig.page(scope, 0, rig.head(scope)));
    QVERIFY(now().state == State::ok);
    QCOMPARE(now().scopes[0].verifiedVersion, rig.head(scope));
    rig.write(scope, "Ada");
    rig.take<protocol::Push>();
    rig.say(protocol::Problem{scope, {Code::busy, {}, "Too much to do."}});
    const auto waiting = now();
    QVERIFY(waiting.state == State::wait);
    QCOMPARE(waiting.scopes[0].why->code, Code::busy);
    QVERIFY(waiting.scopes[0].nextTryMs > 0);
    rig.engine->tryNow();
    rig.say(refuse(rig.take<protocol::Push>()));
    QVERIFY(now().state == State::held);
    QCOMPARE(rig.store->discardHeld(rig.store->heldItems().at(0).localId).ok(), true);
    rig.engine->localChange();
    QVERIFY(now().state == State::ok);
    rig.engine->noteForks(scope, 1);
    QVERIFY(now().state == State::fork);
    rig.engine->noteForks(scope, 0);
    rig.engine->disconnected({Code::unreachable, {}, "no network"});
    QVERIFY(now().state == State::off);
    QVERIFY(now().why && now().nextTryMs > 0);
    QCOMPARE(reached.size(), std::size_t{6});
  }

  void law15_connectedWithoutProgressIsOfflineAfterFifteenSeconds() {
    QCOMPARE(sync::tuning::kWatchdog.count(), 15'000);
    Rig rig;
    const Uuid scope = rig.newScope();
    rig.settle(scope);
    rig.write(scope, "Ada");
    rig.pass(14'999);
    QVERIFY(rig.engine->status().connected);
    rig.pass(1);
    const auto& status = rig.engine->status();
    QCOMPARE(status.state, State::off);
    QCOMPARE(status.why->code, Code::timeout);
    QVERIFY(status.nextTryMs > 0 && status.queued == 1);
  }

  /// Nobody was ever there: offline like without a network, not a connection that went silent.
  void law15_aConnectionThatWasNeverMadeIsPlainlyOffline() {
    Rig rig;
    rig.newScope();
    rig.engine->start();
    rig.pass(15'000);
    QCOMPARE(rig.engine->status().why->code, Code::timeout);
    QVERIFY(!rig.engine->status().greeted);

    Rig silent;
    const Uuid scope = silent.newScope();
    silent.settle(scope);
    silent.pass(15'000);
    QCOMPARE(silent.engine->status().why->code, Code::timeout);
    QVERIFY(silent.engine->status().greeted);
    silent.pass(sync::tuning::kBackoffMax.count());  // tries again, and again nobody is there
    QVERIFY(!silent.engine->status().greeted);
  }

  void law15_withoutALiveConnectionItIsFifteenSecondsAsWell() {
    Rig rig;
    rig.isLive = false;
    const Uuid scope = rig.newScope();
    rig.settle(scope);
    QCOMPARE(rig.engine->status().state, State::ok);
    rig.pass(14'999);
    QCOMPARE(std::count_if(rig.sent.begin(), rig.sent.end(),
                           [](const auto& m) { return std::holds_alternative<protocol::Hello>(m); }),
             1);
    rig.pass(1);
    QCOMPARE(rig.engine->status().state, State::off);
    QCOMPARE(rig.engine->status().why->code, Code::timeout);
  }

  void law15_aNewSpaceIsNotGreenBeforeTheServerKnowsIt() {
    Rig rig;
    const Uuid scope = rig.newScope();
    rig.settle(scope);
    store::ScopeInfo made;
    made.scope = Uuid::v7(rig.wall.wallMs());
    made.kind = schema::Scope::family;
    rig.store->putScope(made);
    rig.engine->localChange();
    QVERIFY(rig.engine->status().find(made.scope)->state != State::ok);
    QVERIFY(rig.engine->status().state != State::ok);
  }
};

QTEST_GUILESS_MAIN(EngineStatusTest)
#include "engine_status_test.moc"
