// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin/checkin.hpp"

#include <QtTest>

#include "checkin/names.hpp"
#include "crypto/password.hpp"
#include "world.hpp"

using namespace world;
using namespace foyer::kiosk;

namespace {

/// Keeps events, at once or when told, or refuses them.
struct Disk : EventSink {
  std::vector<SignedEvent> events;
  std::vector<std::function<void(Result<void>)>> waiting;
  bool slow = false, full = false;

  void commit(const SignedEvent& event, std::function<void(Result<void>)> done) override {
    if (slow) {
      waiting.push_back([this, event, done](Result<void> r) {
        if (r) events.push_back(event);
        done(r);
      });
    } else if (full) {
      done({Code::internal, "The disk is full."});
    } else {
      events.push_back(event);
      done({});
    }
  }
  void answer(Result<void> r = {}) {
    auto next = waiting.front();
    waiting.erase(waiting.begin());
    next(r);
  }
};

struct Kiosk {
  ManualClock clock{at(6, 42)};
  Gate gate = world::gate();
  EventMaker maker{{id(9), keyPair(9).secretKey, "Entrance A", 0}, clock};
  Disk disk;
  Checkin checkin{gate, maker, disk, clock};
  int changes = 0;

  Kiosk() {
    checkin.onChange([this] { ++changes; });
    checkin.loaded();
  }
  const Checkin::Screen& screen() const { return checkin.screen(); }
  VerdictKind kind() const { return screen().card->verdict.kind; }
  void wait(std::int64_t ms) {
    clock.advance(ms);
    checkin.tick();
  }
};

}  // namespace

class CheckinTest : public QObject {
  Q_OBJECT

 private slots:
  void aScanIsKeptAndThenShown() {
    Kiosk k;
    k.checkin.scanned(badgeText(1));
    QVERIFY(k.screen().stage == Stage::verdict);
    QVERIFY(k.kind() == VerdictKind::arrival);
    QCOMPARE(k.screen().card->name, std::string("Inès Carpentier"));
    QCOMPARE(k.screen().present, std::size_t{1});
    QCOMPARE(k.disk.events.size(), std::size_t{1});
    const auto& [event, signature] = k.disk.events[0];
    QVERIFY(event.kind == EventKind::pass && event.counter == 1 && event.subject == id(1));
    QVERIFY(event.shown == Direction::in && event.verdict == "arrival" && event.gate == "Entrance A");
    QCOMPARE(event.time.zoneOffsetMin, 120);
    QVERIFY(attendance::verifyEvent(event, signature, keyPair(9).publicKey));
  }

  void nothingIsSaidBeforeTheDiskHasIt() {
    Kiosk k;
    k.disk.slow = true;
    k.checkin.scanned(badgeText(1));
    QVERIFY(k.screen().stage == Stage::saving);
    QVERIFY(k.screen().under == Stage::idle);
    QVERIFY(!k.screen().card);
    QVERIFY(!k.checkin.quiet());
    QCOMPARE(k.screen().present, std::size_t{0});
    k.disk.answer();
    QVERIFY(k.screen().stage == Stage::verdict && k.checkin.quiet());
  }

  void scansWhileSavingWaitTheirTurn() {
    Kiosk k;
    k.disk.slow = true;
    k.checkin.scanned(badgeText(1));
    k.checkin.scanned(badgeText(2));
    k.checkin.scanned(badgeText(1));
    QCOMPARE(k.disk.waiting.size(), std::size_t{1});
    k.disk.answer();
    QVERIFY(k.screen().stage == Stage::saving);
    k.disk.answer();
    k.disk.answer();
    QCOMPARE(k.disk.events.size(), std::size_t{3});
    QVERIFY(k.kind() == VerdictKind::tooSoon);
    QCOMPARE(k.screen().present, std::size_t{2});
  }

  void aFullDiskIsSaidAndNothingIsCounted() {
    Kiosk k;
    k.disk.full = true;
    std::optional<bool> kept;
    k.checkin.onDecided([&](const Card&, const SignedEvent&, const Result<void>& r) { kept = r.ok(); });
    k.checkin.scanned(badgeText(1));
    QVERIFY(k.screen().stage == Stage::idle);
    QVERIFY(k.screen().trouble && kept == false);
    QCOMPARE(k.screen().present, std::size_t{0});
    k.disk.full = false;
    k.checkin.scanned(badgeText(1));
    QVERIFY(k.kind() == VerdictKind::arrival && !k.screen().trouble);
  }

  void verdictsGoAwayByThemselves_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("stays");
    QTest::newRow("arrival") << QString::fromStdString(badgeText(1)) << 4'000;
    QTest::newRow("refused") << QString::fromStdString(issueBadge(badgeFor(1), keyPair(2).secretKey))
                             << 12'000;
    QTest::newRow("attention") << "FRF0042PAR" << 12'000;
    QTest::newRow("unknown") << "https://example.org" << 4'000;
  }
  void verdictsGoAwayByThemselves() {
    QFETCH(QString, code);
    QFETCH(int, stays);
    Kiosk k;
    k.checkin.scanned(code.toStdString());
    QCOMPARE(*k.checkin.nextWakeMs() <= k.clock.steadyMs() + stays, true);
    k.wait(stays - 1);
    QVERIFY(k.screen().stage == Stage::verdict);
    k.wait(1);
    QVERIFY(k.screen().stage == Stage::idle);
    k.checkin.scanned(code.toStdString());
    k.checkin.dismiss();
    QVERIFY(k.screen().stage == Stage::idle);
  }

  void undoIsAnEventOfItsOwn() {
    Kiosk k;
    k.checkin.scanned(badgeText(1));
    k.wait(9'999);
    QVERIFY(k.screen().stage == Stage::idle && k.screen().undoUntil != 0);
    k.checkin.undo();
    QCOMPARE(k.disk.events.size(), std::size_t{2});
    QVERIFY(k.disk.events[1].event.kind == EventKind::undo);
    QVERIFY(k.disk.events[1].event.target == k.disk.events[0].event.id);
    QCOMPARE(k.screen().present, std::size_t{0});
    QVERIFY(k.screen().undoneUntil != 0 && k.screen().undoUntil == 0);
    k.checkin.undo();
    QCOMPARE(k.disk.events.size(), std::size_t{2});
    k.checkin.scanned(badgeText(1));
    QVERIFY(k.kind() == VerdictKind::arrival);
  }

  void undoEndsAfterTenSecondsOrTheNextScan() {
    Kiosk late;
    late.checkin.scanned(badgeText(1));
    late.wait(10'000);
    QVERIFY(late.screen().undoUntil == 0);
    late.checkin.undo();
    QCOMPARE(late.disk.events.size(), std::size_t{1});

    Kiosk next;
    next.checkin.scanned(badgeText(1));
    next.checkin.scanned("https://example.org");
    next.checkin.undo();
    QCOMPARE(next.disk.events.size(), std::size_t{2});
    QVERIFY(next.disk.events[1].event.kind == EventKind::attempt);
    QCOMPARE(next.disk.events[1].event.code, std::string("https://example.org"));
  }

  void repeatsAreKeptButNotCounted() {
    Kiosk k;
    k.checkin.scanned(badgeText(1));
    k.wait(2'000);
    k.checkin.scanned(badgeText(1));
    QVERIFY(k.kind() == VerdictKind::tooSoon);
    QVERIFY(k.disk.events[1].event.kind == EventKind::attempt);
    QCOMPARE(k.screen().present, std::size_t{1});
  }

  void searchFindsAndRecordsWithReason() {
    Kiosk k;
    k.checkin.openSearch();
    QVERIFY(k.screen().stage == Stage::search);
    QCOMPARE(k.checkin.find("carp ine").size(), std::size_t{1});
    QCOMPARE(k.checkin.find("FRPAR").at(0)->name, std::string("Noé Lemaire"));
    QVERIFY(k.checkin.find("arp").empty());
    QVERIFY(k.checkin.find("").empty());
    k.wait(19'999);
    k.checkin.touched();
    k.wait(19'999);
    QVERIFY(k.screen().stage == Stage::search);
    k.checkin.choose(id(1), Intent::automatic, "forgot the badge");
    QVERIFY(k.kind() == VerdictKind::arrival);
    QVERIFY(k.disk.events[0].event.source == Source::search);
    QCOMPARE(k.disk.events[0].event.reason, std::string("forgot the badge"));
    k.checkin.openSearch();
    k.wait(20'000);
    QVERIFY(k.screen().stage == Stage::idle);
    k.checkin.choose(id(2), Intent::automatic, "x");
    QCOMPARE(k.disk.events.size(), std::size_t{1});
  }

  void namesNeedASupervisorWhereThereArePins() {
    Kiosk k;
    const crypto::PasswordCost cheap{1, 8 * 1024 * 1024};
    const Operator boss{id(50), "Lise", Level::supervisor, crypto::hashPassword("482913", cheap).value()};
    k.checkin.operators().setAll({boss});
    k.checkin.openSearch();
    QVERIFY(k.checkin.find("carpentier").empty());
    QCOMPARE(k.checkin.find("FRF0042PAR").size(), std::size_t{1});
    QVERIFY(!Operators::match(k.checkin.operators().all(), "482914"));
    k.checkin.operators().answered(Operators::match(k.checkin.operators().all(), "482913"),
                                   k.clock.steadyMs());
    QCOMPARE(k.checkin.find("carpentier").size(), std::size_t{1});
    k.checkin.choose(id(1), Intent::automatic, "x");
    QVERIFY(k.disk.events[0].event.operatorId == id(50));
    k.checkin.openSearch();
    QVERIFY(k.checkin.find("carpentier").empty());
  }

  void guessingPinsStops() {
    Operators o;
    for (int i = 0; i < Operators::kMostGuesses; ++i) {
      QVERIFY(!o.lockedUntil(1'000));
      o.answered(std::nullopt, 1'000);
    }
    QCOMPARE(o.lockedUntil(1'000).value(), std::int64_t{301'000});
    QVERIFY(!o.lockedUntil(301'000));
    o.answered(std::nullopt, 301'000);
    QVERIFY(!o.lockedUntil(301'000));
  }

  void eventsOfOtherGatesCount() {
    Kiosk k;
    k.checkin.eventArrived(pass(at(6, 0), 8, 1, Direction::in));
    QCOMPARE(k.screen().present, std::size_t{1});
    k.checkin.scanned(badgeText(1));
    QVERIFY(k.kind() == VerdictKind::departure);
    QCOMPARE(k.screen().card->verdict.workedMs, std::int64_t{42} * 60'000);
  }

  void presenceStartsAnewWithTheDay() {
    Kiosk k;
    k.checkin.scanned(badgeText(1));
    k.clock.advance(22 * 3'600'000);
    k.checkin.scanned(badgeText(2));
    QCOMPARE(k.screen().present, std::size_t{1});
  }

  void foreignBytesAreKeptAsCleanText() {
    Kiosk k;
    k.checkin.scanned(std::string("a\x01\xff", 3) + std::string(5'000, 'x'));
    const std::string& code = k.disk.events[0].event.code;
    QVERIFY(code.size() <= 500 && isUtf8(code) && code.find('\x01') == std::string::npos);
  }

  void namesFold() {
    QCOMPARE(foldName("  Inès-Élodie  D’Œuvre "), std::string("ines elodie d oeuvre"));
    QCOMPARE(foldName("Łukasz Šimůnek"), std::string("lukasz simunek"));
    QCOMPARE(foldName("e\u0301"), std::string("e"));
    QCOMPARE(foldName("ÿŸßþ×"), std::string("yyssth"));
    QCOMPARE(foldName("Мария"), std::string("Мария"));
    QCOMPARE(foldName("\xC3"), foldName("\xC3"));
  }
};

QTEST_APPLESS_MAIN(CheckinTest)
#include "checkin_test.moc"
