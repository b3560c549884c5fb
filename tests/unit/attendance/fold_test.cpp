// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "world.hpp"

using namespace world;

namespace {

PersonDay only(const std::vector<Event>& events, std::int64_t now = at(22, 0)) {
  const auto days = fold(events, gate().rules, now);
  if (days.size() != 1) qFatal("expected one day");
  return days[0];
}

bool has(const PersonDay& day, Review kind) {
  return std::any_of(day.reviews.begin(), day.reviews.end(),
                     [&](const ReviewItem& r) { return r.kind == kind; });
}

Event undoOf(const Event& target, std::int64_t atMs, std::uint64_t counter) {
  Event e = pass(atMs, 9, counter);
  e.kind = EventKind::undo;
  e.target = target.id;
  return e;
}

}  // namespace

class FoldTest : public QObject {
  Q_OBJECT

 private slots:
  void pairsBecomeSessions() {
    const PersonDay d =
        only({pass(at(6, 42), 9, 1), pass(at(12, 0), 9, 2), pass(at(12, 45), 9, 3), pass(at(19, 10), 9, 4)});
    QCOMPARE(d.sessions.size(), std::size_t{2});
    QCOMPARE(d.workedMs, std::int64_t{(12 * 60 - 6 * 60 - 42) + (19 * 60 + 10 - 12 * 60 - 45)} * 60'000);
    QVERIFY(!d.in);
    QVERIFY(d.reviews.empty());
  }

  void repeatsCountOnceAndAcrossGatesAreShown() {
    const PersonDay same = only({pass(at(6, 42), 9, 1), pass(at(6, 42, 2), 9, 2)});
    QVERIFY(same.in && same.reviews.empty());
    const PersonDay two =
        only({pass(at(6, 42), 9, 1, Direction::in), pass(at(6, 42, 40), 8, 1, Direction::in)});
    QVERIFY(two.in);
    QVERIFY(has(two, Review::doubleUse));
  }

  void gatesThatDidNotSeeEachOther() {
    // Told "arrived" twice within minutes: one arrival, and somebody looks at it.
    const PersonDay doubt =
        only({pass(at(6, 42), 9, 1, Direction::in), pass(at(6, 47), 8, 1, Direction::in)});
    QVERIFY(doubt.in);
    QVERIFY(has(doubt, Review::ambiguous));
    // Told "arrived" at the other gate in the evening: the morning scan makes it the departure.
    const PersonDay evening =
        only({pass(at(6, 42), 9, 1, Direction::in), pass(at(19, 10), 8, 1, Direction::in)});
    QVERIFY(!evening.in);
    QCOMPARE(evening.workedMs, std::int64_t{12 * 60 + 28} * 60'000);
  }

  void forgottenDepartureIsNotInvented() {
    const std::vector<Event> events{pass(at(6, 42), 9, 1)};
    QVERIFY(!has(only(events, at(3, 59, 59, 1)), Review::stillIn));
    const PersonDay d = only(events, at(4, 0, 0, 1));
    QVERIFY(has(d, Review::stillIn));
    QCOMPARE(d.workedMs, std::int64_t{0});
    QVERIFY(!d.sessions[0].out);
  }

  void nightShootsStayOneDay() {
    const PersonDay d = only({pass(at(18, 0), 9, 1), pass(at(3, 30, 0, 1), 9, 2)});
    QVERIFY(d.day == kToday);
    QCOMPARE(d.workedMs, std::int64_t{9 * 60 + 30} * 60'000);
  }

  void durationsCrossClockChangesInElapsedTime() {
    // 25 October 2026: clocks go back at 03:00; 22:00 to 03:30 lasts 6.5 hours.
    const auto october = [](int hour, int minute, int day) {
      return paris().utcOf(parseDay("2026-10-24").value() + std::chrono::days(day), hour * 60 + minute);
    };
    const PersonDay d =
        only({pass(october(22, 0, 0), 9, 1), pass(october(3, 30, 1), 9, 2)}, october(3, 45, 1));
    QCOMPARE(d.workedMs, std::int64_t{390} * 60'000);
  }

  void undoTakesBackWhateverTheOrder() {
    const Event first = pass(at(6, 42), 9, 1);
    const Event undo = undoOf(first, at(6, 42, 5), 2);
    const Event again = pass(at(6, 50), 9, 3);
    std::vector<Event> events{undo, again, first};
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.id < b.id; });
    do {
      const PersonDay d = only(events);
      QVERIFY(d.in);
      QCOMPARE(d.sessions.size(), std::size_t{1});
      QCOMPARE(d.sessions[0].inMs, at(6, 50));
    } while (std::next_permutation(events.begin(), events.end(),
                                   [](const Event& a, const Event& b) { return a.id < b.id; }));
    QVERIFY(has(only({undo, again}), Review::undoUnknown));
  }

  void operatorChoicesAreKeptAndReviewed() {
    Event in = pass(at(8, 0), 9, 2);
    in.intent = Intent::in;
    QVERIFY(has(only({pass(at(6, 0), 9, 1), in}), Review::arrivalWhileIn));
    Event out = pass(at(19, 0), 9, 1);
    out.intent = Intent::out;
    const PersonDay d = only({out});
    QVERIFY(has(d, Review::departureWithoutArrival));
    QCOMPARE(d.workedMs, std::int64_t{0});
    Event attention = pass(at(6, 0), 9, 1);
    attention.verdict = "legacy_code";
    QVERIFY(has(only({attention}), Review::toConfirm));
  }

  void aClockThatJumpedIsCorrectedByItsNeighbours() {
    Event wrong = pass(at(6, 42), 9, 1);
    wrong.time.wallMs += 3'600'000 * 5;
    wrong.time.offsetMs.reset();
    wrong.time.grade = Grade::suspect;
    const Event right = pass(at(19, 10), 9, 2);
    const PersonDay d = only({right, wrong});
    QCOMPARE(d.sessions[0].inMs, at(6, 42));
    QVERIFY(has(d, Review::clockUnsure));
    QCOMPARE(d.workedMs, std::int64_t{12 * 60 + 28} * 60'000);
  }

  void clockGrades() {
    ManualClock clock(1'000'000'000'000);
    ClockFacts facts;
    facts.boot = id(1);
    QVERIFY(readTime(clock, facts, 120).grade == Grade::unchecked);
    facts.offsetMs = -250;
    facts.offsetBoot = id(2);
    QVERIFY(readTime(clock, facts, 120).grade == Grade::estimated);
    facts.offsetBoot = id(1);
    QVERIFY(readTime(clock, facts, 120).grade == Grade::verified);
    QCOMPARE(readTime(clock, facts, 120).bestMs(), std::int64_t{999'999'999'750});
    facts.lastWallMs = clock.wallMs();
    facts.lastSteadyMs = clock.steadyMs();
    clock.advance(60'000);
    QVERIFY(readTime(clock, facts, 120).grade == Grade::verified);
    clock.jumpWall(-3'000);
    QVERIFY(readTime(clock, facts, 120).grade == Grade::suspect);
  }

  void signaturesCoverEveryField() {
    const Event e = pass(at(6, 42), 9, 1, Direction::in);
    const auto good = signEvent(e, keyPair().secretKey);
    QVERIFY(verifyEvent(e, good, keyPair().publicKey));
    const std::vector<void (*)(Event&)> edits{
        [](Event& x) { x.id = id(99); },
        [](Event& x) { x.kind = EventKind::undo; },
        [](Event& x) { x.project = id(99); },
        [](Event& x) { x.subject = id(99); },
        [](Event& x) { x.device = id(99); },
        [](Event& x) { ++x.counter; },
        [](Event& x) { ++x.time.wallMs; },
        [](Event& x) { ++x.time.steadyMs; },
        [](Event& x) { x.time.boot = id(99); },
        [](Event& x) { x.time.offsetMs.reset(); },
        [](Event& x) { ++x.time.zoneOffsetMin; },
        [](Event& x) { x.time.grade = Grade::suspect; },
        [](Event& x) { x.intent = Intent::out; },
        [](Event& x) { x.shown.reset(); },
        [](Event& x) { x.source = Source::code; },
        [](Event& x) { x.verdict = "note"; },
        [](Event& x) { x.reason = "lost"; },
        [](Event& x) { x.code = "x"; },
        [](Event& x) { x.target = id(99); },
        [](Event& x) { x.operatorId = id(99); },
        [](Event& x) { x.gate = "B"; },
    };
    for (const auto edit : edits) {
      Event changed = e;
      edit(changed);
      QVERIFY(!verifyEvent(changed, good, keyPair().publicKey));
    }
  }

  void anyOrderAndRepeatsGiveTheSameDays() {
    const std::uint64_t start = seed();
    qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(start));
    std::mt19937_64 random(start);
    for (int round = 0; round < 300; ++round) {
      std::vector<Event> events;
      for (std::uint64_t i = 0; i < 3 + random() % 20; ++i) {
        const auto device = static_cast<std::uint8_t>(1 + random() % 3);
        Event e = pass(at(4, 0) + static_cast<std::int64_t>(random() % 90) * 20'000 *
                                      static_cast<std::int64_t>(1 + random() % 100),
                       device, i + 1, random() % 2 == 0 ? Direction::in : Direction::out);
        e.subject = id(static_cast<std::uint8_t>(1 + random() % 2));
        e.intent = static_cast<Intent>(random() % 5 == 0 ? 1 + random() % 2 : 0);
        e.time.grade = static_cast<Grade>(random() % 4);
        if (e.time.grade >= Grade::unchecked) e.time.offsetMs.reset();
        if (random() % 6 == 0 && !events.empty()) {
          e.kind = EventKind::undo;
          e.target = random() % 5 == 0 ? id(77) : events[random() % events.size()].id;
        }
        events.push_back(e);
      }
      const auto expect = fold(events, gate().rules, at(12, 0, 0, 30));
      for (int k = 0; k < 5; ++k) {
        std::vector<Event> mixed = events;
        mixed.insert(mixed.end(), events.begin(),
                     events.begin() + static_cast<std::ptrdiff_t>(random() % events.size()));
        std::shuffle(mixed.begin(), mixed.end(), random);
        QVERIFY(fold(mixed, gate().rules, at(12, 0, 0, 30)) == expect);
      }
    }
  }

  void whatAGateWithFullKnowledgeTellsIsWhatTheFoldFinds() {
    const std::uint64_t start = seed();
    qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(start));
    std::mt19937_64 random(start);
    const std::string badge = badgeText(1);
    for (int round = 0; round < 100; ++round) {
      Gate g = gate();
      std::vector<Event> events;
      std::int64_t now = at(5, 0);
      for (std::uint64_t i = 1; i < 15; ++i) {
        now += static_cast<std::int64_t>(random() % 4 == 0 ? random() % 90 : random() % 20'000) * 1000;
        const Verdict v = judge(badge, now, g);
        const Event e = eventFor(v, now, static_cast<std::uint8_t>(1 + random() % 3), i);
        events.push_back(e);
        g.addEvent(e);
        if (!v.counts) continue;
        const PersonDay today = fold(events, g.rules, now).back();
        QVERIFY(today.lastDirection == v.direction);
        QCOMPARE(*today.lastCountedMs, now);
        if (v.direction == Direction::out) QCOMPARE(v.workedMs, today.workedMs);
      }
      for (const PersonDay& d : fold(events, g.rules, now)) {
        QVERIFY(!has(d, Review::ambiguous) && !has(d, Review::doubleUse));
      }
    }
  }

  void zoneArithmetic() {
    const Zone z = paris();
    const Day spring = parseDay("2026-03-29").value();
    QCOMPARE(z.utcOf(spring, 90), std::int64_t{1774744200000});  // 01:30 +01:00
    QCOMPARE(z.localMs(z.utcOf(spring, 150)) % 86'400'000,
             std::int64_t{210} * 60'000);  // 02:30 isn't there: 03:30
    const Day autumn = parseDay("2026-10-25").value();
    QCOMPARE(z.offsetAt(z.utcOf(autumn, 150)), 7200);  // 02:30 is twice: the first
    QCOMPARE(z.minuteOfDay(z.utcOf(autumn, 240)), 240);
    QCOMPARE(Zone(-18'000).minuteOfDay(0), 19 * 60);
    QVERIFY(Zone(-18'000).shootDay(0, 240) == Day(std::chrono::days(-1)));
    for (const char* bad : {"2026-02-30", "2026-13-01", "26-01-01", "2026-1-01", "2026-01-0a", ""})
      QVERIFY(!parseDay(bad));
    QCOMPARE(dayText(kToday), std::string("2026-06-14"));
  }
};

QTEST_APPLESS_MAIN(FoldTest)
#include "fold_test.moc"
