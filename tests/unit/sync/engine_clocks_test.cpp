// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "rig.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kTenYears = 10LL * 365 * 24 * 3'600'000;
constexpr std::int64_t kClose = 5'000;  // a hello's tolerance and what travelling takes

/// A device whose clock can be set, and a server whose clock is right.
struct World {
  Rig rig;
  Uuid scope;
  std::int64_t wrong = 0;

  World() : scope(rig.newScope()) { rig.settle(scope); }
  std::int64_t now() const { return rig.wall.wallMs() - wrong; }
  void setClock(std::int64_t by) {
    rig.wall.jumpWall(by);
    wrong += by;
    rig.serverClockAheadMs = -wrong;
  }
  void wait(std::int64_t ms) { rig.wall.advance(ms); }
  void restart() {
    rig.restart();
    rig.engine->start();
  }
  void offline() { rig.engine->disconnected({Code::unreachable, {}, "cut"}); }
  /// Says hello and answers it; what is pushed then.
  std::vector<model::Mutation> online() {
    rig.sent.clear();
    rig.engine->tryNow();
    rig.engine->connected();
    rig.take<protocol::Hello>();
    rig.say(rig.welcome());
    const auto push = rig.take<protocol::Push>();
    std::vector<model::Mutation> all;
    for (const auto& m : push.mutations) all.push_back(std::get<model::Mutation>(m));
    rig.say(rig.accept(push));
    return all;
  }
};

void verifyNear(const model::Mutation& m, std::int64_t when) {
  if (std::abs(m.stamp.ms() - when) > kClose)
    QFAIL(qPrintable(QString("stamped %1 s from when it was written").arg((m.stamp.ms() - when) / 1000)));
}

}  // namespace

/// Law 4: a wrong clock decides nothing, whenever it was set and whichever way.
class EngineClocksTest : public QObject {
  Q_OBJECT

 private slots:
  void law4_neitherWinsNorLosesUnfairly_data() {
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<bool>("back");
    QTest::newRow("ten years ahead") << qint64(kTenYears) << false;
    QTest::newRow("ten years behind") << qint64(-kTenYears) << false;
    QTest::newRow("ahead and back") << qint64(kTenYears) << true;
    QTest::newRow("behind and back") << qint64(-kTenYears) << true;
  }
  void law4_neitherWinsNorLosesUnfairly() {
    QFETCH(qint64, jump);
    QFETCH(bool, back);
    World w;
    w.offline();
    const std::int64_t firstAt = w.now();
    w.rig.write(w.scope, "before the jump");
    w.wait(kMinute);
    const Hlc others = Hlc::fromMs(w.now());  // somebody else writes the same field
    w.wait(kMinute);
    w.setClock(jump);
    const std::int64_t secondAt = w.now();
    w.rig.write(w.scope, "after the jump");
    w.wait(kMinute);
    if (back) w.setClock(-jump);
    const std::int64_t thirdAt = w.now();
    w.rig.write(w.scope, "later");
    w.wait(kMinute);
    const auto pushed = w.online();
    QCOMPARE(pushed.size(), std::size_t{3});
    verifyNear(pushed[0], firstAt);
    verifyNear(pushed[1], secondAt);
    verifyNear(pushed[2], thirdAt);
    QVERIFY(pushed[0].stamp < others);
    QVERIFY(others < pushed[1].stamp);
  }

  void law4_aClockThatWasPutRightIsNotAheadForLong_data() {
    QTest::addColumn<bool>("restart");
    QTest::newRow("in the same run") << false;
    QTest::newRow("after a restart") << true;
  }
  void law4_aClockThatWasPutRightIsNotAheadForLong() {
    QFETCH(bool, restart);
    World w;
    w.offline();
    // Wrong from the start of this run.
    w.setClock(kTenYears);
    w.rig.clock.setOffset(0);
    const std::int64_t firstAt = w.now();
    w.rig.write(w.scope, "ten years ahead");
    verifyNear(w.online().at(0), firstAt);
    w.offline();
    if (restart) w.restart();
    w.wait(kMinute);
    const std::int64_t secondAt = w.now();
    w.rig.write(w.scope, "now");
    w.wait(kMinute);
    verifyNear(w.online().at(0), secondAt);
  }

  void law4_aRestartKnowsOfAClockThatWasSet() {
    World w;
    w.offline();
    w.setClock(kTenYears);
    w.rig.write(w.scope, "while the clock is wrong");
    w.online();
    QVERIFY(std::abs(std::stoll(w.rig.store->setting("clock_offset_ms")) + kTenYears) < kClose);
  }

  /// Somebody sets the clock while no program runs; once the device was off as well, so that nobody can know.
  void law4_aClockSetWhileTheAppIsClosed_data() {
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<QString>("boot");
    for (const char* boot : {"the first", "the second", ""}) {
      QTest::addRow("ten years ahead, boot %s", boot) << qint64(kTenYears) << boot;
      QTest::addRow("an hour ahead, boot %s", boot) << 60 * qint64(kMinute) << boot;
      QTest::addRow("an hour behind, boot %s", boot) << -60 * qint64(kMinute) << boot;
      QTest::addRow("ten years behind, boot %s", boot) << qint64(-kTenYears) << boot;
    }
  }
  void law4_aClockSetWhileTheAppIsClosed() {
    QFETCH(qint64, jump);
    QFETCH(QString, boot);
    World w;
    w.offline();
    const std::int64_t firstAt = w.now();
    w.rig.write(w.scope, "before it was closed");
    w.wait(10 * kMinute);
    w.setClock(jump);
    w.rig.bootId = boot.toStdString();
    w.restart();
    w.wait(kMinute);
    const std::int64_t secondAt = w.now();
    w.rig.write(w.scope, "after it was opened");
    w.wait(kMinute);
    const auto pushed = w.online();
    QCOMPARE(pushed.size(), std::size_t{2});
    verifyNear(pushed[0], firstAt);
    verifyNear(pushed[1], secondAt);
    // And from then on.
    w.offline();
    w.restart();
    const std::int64_t thirdAt = w.now();
    w.rig.write(w.scope, "in the next run");
    w.wait(kMinute);
    verifyNear(w.online().at(0), thirdAt);
  }

  void law4_aClockThatWasNeverComparedMovesAll() {
    Rig fresh;
    const Uuid scope = fresh.newScope();
    const std::int64_t right = fresh.wall.wallMs();
    fresh.serverClockAheadMs = kTenYears;  // the device is ten years behind from the start
    store::ScopeInfo info;
    info.scope = scope;
    fresh.store->putScope(info);
    fresh.write(scope, "in the first run");
    fresh.bootId = "the second";
    fresh.restart();
    fresh.write(scope, "in the second run");
    fresh.engine->start();
    fresh.engine->connected();
    fresh.take<protocol::Hello>();
    fresh.say(fresh.welcome());
    for (const auto& item : fresh.take<protocol::Push>().mutations)
      verifyNear(std::get<model::Mutation>(item), right + kTenYears);
  }
};

QTEST_GUILESS_MAIN(EngineClocksTest)
#include "engine_clocks_test.moc"
