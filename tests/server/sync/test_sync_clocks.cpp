// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kTenYears = 10LL * 365 * 24 * kHour;

std::vector<Set> title(const std::string& text) { return {{.field = "title", .value = text}}; }

/// A family with one film; everybody has it.
struct Household {
  World w;
  Actor ann{"ann"}, bob{"bob"};
  Uuid scope = w.family(ann);
  Entry entry = watchEntry(scope, "Heat");
  Household() {
    w.join(scope, bob, "member");
    w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
    everybodyReads();
  }
  void everybodyReads() { ann.base = bob.base = w.store.scope(scope)->head; }
  model::MutationResult rename(Actor& who, const std::string& text) {
    return w.one(who, who.edit(scope, "watch_entries", entry.id, title(text)));
  }
  std::string shown() { return std::string(w.row(scope, "watch_entries", entry.id).text("title")); }
  std::size_t cards() { return w.rows(scope, "conflicts").size(); }
};

}  // namespace

/// Law 4: a wrong clock decides nothing but ties between edits that truly did not know each other.
class TestSyncClocks : public QObject {
  Q_OBJECT
 private slots:
  void law4_tenYearsWrongNeverBeatsKnowledge_data();
  void law4_tenYearsWrongNeverBeatsKnowledge();
  void law4_tenYearsAheadIsNoMoreThanNow();
  void law4_aJumpingClockKeepsTheOrderOfItsOwnEdits();
  void law4_twoServersWithClocksApart();
  void law4_aServerSteppedBackAnHour();
  void law4_aClockThatStepsBackHidesNoJob();
};

void TestSyncClocks::law4_tenYearsWrongNeverBeatsKnowledge_data() {
  QTest::addColumn<qlonglong>("skew");
  QTest::newRow("ahead") << qlonglong{kTenYears};
  QTest::newRow("behind") << qlonglong{-kTenYears};
}

void TestSyncClocks::law4_tenYearsWrongNeverBeatsKnowledge() {
  QFETCH(qlonglong, skew);
  Household h;
  h.ann.clockMs += skew;
  QCOMPARE(h.rename(h.ann, "Heat 2").outcome, Outcome::applied);
  QCOMPARE(h.shown(), std::string("Heat 2"));
  h.everybodyReads();
  QCOMPARE(h.rename(h.bob, "Heat 3").outcome, Outcome::applied);  // knows ann's
  QCOMPARE(h.shown(), std::string("Heat 3"));
  h.everybodyReads();
  QCOMPARE(h.rename(h.ann, "Heat 4").outcome, Outcome::applied);  // knows bob's
  QCOMPARE(h.shown(), std::string("Heat 4"));
  QCOMPARE(h.cards(), 0u);
}

void TestSyncClocks::law4_tenYearsAheadIsNoMoreThanNow() {
  Household h;
  h.ann.clockMs += kTenYears;
  h.rename(h.ann, "Ann's");
  h.w.clock.advance(kHour);
  h.bob.clockMs = h.w.clock.wallMs() - 1000;  // an hour later, not knowing of ann's
  QCOMPARE(h.rename(h.bob, "Bob's").outcome, Outcome::merged);
  QCOMPARE(h.shown(), std::string("Bob's"));
  QCOMPARE(h.cards(), 1u);  // and ann's is not lost in silence
}

void TestSyncClocks::law4_aJumpingClockKeepsTheOrderOfItsOwnEdits() {
  Household h;
  const std::int64_t right = h.ann.clockMs;
  int number = 0;
  for (const std::int64_t jump : {kTenYears, -kTenYears, std::int64_t{0}, -kHour, kHour}) {
    h.ann.clockMs = right + jump;
    const std::string text = "Heat " + std::to_string(++number);
    QCOMPARE(h.rename(h.ann, text).outcome, Outcome::applied);
    QCOMPARE(h.shown(), text);
  }
  QCOMPARE(h.cards(), 0u);
}

void TestSyncClocks::law4_twoServersWithClocksApart() {
  Household h;
  ManualClock late = h.w.clock;
  late.advance(2 * kHour);
  server::SyncService other(h.w.store, late, h.w.rules);
  const auto pushTo = [&](server::SyncService& service, Actor& who, const std::string& text) {
    protocol::Push push;
    push.scope = h.scope;
    push.mutations.emplace_back(who.edit(h.scope, "watch_entries", h.entry.id, title(text)));
    return service.push(who.who, std::move(push))->results.at(0).outcome;
  };
  // Ann writes through the server that is two hours ahead, with a clock that is as far ahead.
  h.ann.clockMs = late.wallMs();
  QCOMPARE(pushTo(other, h.ann, "Ann's"), Outcome::applied);
  // Bob has seen it and writes through the other one: he wins, whatever the clocks say.
  h.bob.base = h.w.store.scope(h.scope)->head;
  QCOMPARE(pushTo(h.w.service, h.bob, "Bob's"), Outcome::applied);
  QCOMPARE(h.shown(), std::string("Bob's"));
  QCOMPARE(h.cards(), 0u);
  // Ann again, not knowing: a card, not a silent loss, on either server.
  const Outcome again = pushTo(other, h.ann, "Ann's again");
  // Their stamps are equal, so the device's id decides; the outcome has to say what is shown.
  QVERIFY(again == Outcome::merged || again == Outcome::superseded);
  QCOMPARE(h.shown(), std::string(again == Outcome::merged ? "Ann's again" : "Bob's"));
  QCOMPARE(h.cards(), 1u);
}

void TestSyncClocks::law4_aServerSteppedBackAnHour() {
  Household h;
  h.ann.clockMs = h.w.clock.wallMs();
  h.rename(h.ann, "Before");
  const Hlc before = h.w.store.scope(h.scope)->clock;
  h.w.clock.jumpWall(-kHour);
  h.everybodyReads();
  h.bob.clockMs = h.w.clock.wallMs();
  QCOMPARE(h.rename(h.bob, "After").outcome, Outcome::applied);
  QCOMPARE(h.shown(), std::string("After"));
  QVERIFY(h.w.store.scope(h.scope)->clock >= before);
  // Two who don't know each other, within that hour: one wins, the other has a card.
  h.ann.clockMs = h.bob.clockMs = h.w.clock.wallMs();
  h.everybodyReads();
  h.rename(h.ann, "One");
  const auto second = h.rename(h.bob, "Other");
  QVERIFY(second.outcome == Outcome::merged || second.outcome == Outcome::superseded);
  QCOMPARE(h.cards(), 1u);
}

/// Otherwise what a failed job was to do would wait as long as the clock was wrong.
void TestSyncClocks::law4_aClockThatStepsBackHidesNoJob() {
  constexpr std::int64_t kRetry = 30'000;
  Household h;
  h.w.service.write(h.scope, {}, [&](server::ScopeWriter& writer) { writer.tx().queueFor("any", h.scope); });
  const std::int64_t now = h.w.clock.wallMs();
  int taken = 0;
  while (h.w.store.claimJob(now, now + kRetry)) ++taken;
  QVERIFY(taken > 0);
  QVERIFY(!h.w.store.claimJob(now + kRetry - 1, now + 2 * kRetry));
  const std::int64_t before = now - kHour;
  for (int i = 0; i < taken; ++i) QVERIFY(h.w.store.claimJob(before, before + kRetry));
  QVERIFY(!h.w.store.claimJob(before, before + kRetry));
}

QTEST_GUILESS_MAIN(TestSyncClocks)
#include "test_sync_clocks.moc"
