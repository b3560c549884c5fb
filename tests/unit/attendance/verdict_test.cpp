// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>

#include "attendance/base45.hpp"
#include "world.hpp"

using namespace world;
using K = VerdictKind;

namespace {

/// One row of the vector table: what is scanned, when, in which world, and the answer.
struct Vector {
  const char* title;
  K expect;
  std::string text;
  std::int64_t now = at(6, 42);
  void (*change)(Gate&) = [](Gate&) {};
};

std::string with(void (*edit)(Badge&), std::uint8_t key = 1) {
  Badge b = badgeFor(1);
  edit(b);
  return issueBadge(b, keyPair(key).secretKey);
}

std::string flipped(std::string text) {
  Bytes raw = fromBase45(std::string_view(text).substr(4)).value();
  raw[60] ^= 4;
  return std::string(kBadgePrefix) + toBase45(raw);
}

void arrivedAtSix(Gate& g) { g.addEvent(pass(at(6, 0), 9, 1, Direction::in)); }

template <class Edit>
void editPerson(Gate& g, Edit edit) {
  RosterEntry p = *g.person(id(1));
  edit(p);
  g.setPerson(p);
}

std::vector<Vector> vectors() {
  return {
      {"first scan of the day", K::arrival, badgeText(1)},
      {"second scan", K::departure, badgeText(1), at(19, 10), arrivedAtSix},
      {"third scan", K::arrival, badgeText(1), at(19, 10),
       [](Gate& g) {
         arrivedAtSix(g);
         g.addEvent(pass(at(12, 0), 9, 2, Direction::out));
       }},
      {"within the debounce time", K::tooSoon, badgeText(1), at(6, 0, 59), arrivedAtSix},
      {"just after the debounce time", K::departure, badgeText(1), at(6, 1), arrivedAtSix},
      {"entry gate, in already", K::alreadyIn, badgeText(1), at(8, 0),
       [](Gate& g) { arrivedAtSix(g), g.rules.mode = Intent::in; }},
      {"exit gate, out already", K::alreadyOut, badgeText(1), at(20, 0),
       [](Gate& g) {
         arrivedAtSix(g), g.addEvent(pass(at(19, 0), 9, 2, Direction::out)), g.rules.mode = Intent::out;
       }},
      {"after midnight it is still the day before", K::departure, badgeText(1), at(3, 59, 59, 1),
       arrivedAtSix},
      {"after the day cut a new day begins", K::arrival, badgeText(1), at(4, 0, 0, 1), arrivedAtSix},
      {"an arrival that was undone", K::arrival, badgeText(1), at(6, 5),
       [](Gate& g) {
         arrivedAtSix(g);
         Event undo = pass(at(6, 0, 5), 9, 2);
         undo.kind = EventKind::undo;
         undo.target = pass(at(6, 0), 9, 1).id;
         g.addEvent(undo);
       }},
      {"coordinator's text", K::note, badgeText(1), at(6, 42),
       [](Gate& g) { editPerson(g, [](RosterEntry& p) { p.note = "See wardrobe first"; }); }},
      {"minor before the allowed hours", K::minorHours, badgeText(1), at(6, 42),
       [](Gate& g) {
         editPerson(g, [](RosterEntry& p) { p.minor = true, p.fromMinute = 540, p.toMinute = 1080; });
       }},
      {"minor within the allowed hours", K::arrival, badgeText(1), at(9, 0),
       [](Gate& g) {
         editPerson(g, [](RosterEntry& p) { p.minor = true, p.fromMinute = 540, p.toMinute = 1080; });
       }},
      {"minor arriving after the allowed hours", K::minorHours, badgeText(1), at(18, 0),
       [](Gate& g) {
         editPerson(g, [](RosterEntry& p) { p.minor = true, p.fromMinute = 540, p.toMinute = 1080; });
       }},
      {"minor arriving at two at night", K::minorHours, badgeText(1), at(2, 0, 0, 1),
       [](Gate& g) {
         editPerson(g, [](RosterEntry& p) { p.minor = true, p.fromMinute = 540, p.toMinute = 1080; });
       }},
      {"a minor may always leave", K::departure, badgeText(1), at(20, 0),
       [](Gate& g) {
         arrivedAtSix(g);
         editPerson(g, [](RosterEntry& p) { p.minor = true, p.fromMinute = 540, p.toMinute = 1080; });
       }},
      {"signed, not in the list", K::notInList, badgeText(33)},
      {"made on the spot", K::walkOn,
       with([](Badge& b) { b.kind = Badge::Kind::walkOn, b.subject = id(33); })},
      {"printed code", K::legacyCode, "FRF0042PAR"},
      {"printed code of nobody here", K::unknownCode, "FRF0043PAR"},
      {"blocked person, printed code", K::blocked, "FRF0042PAR", at(6, 42),
       [](Gate& g) { editPerson(g, [](RosterEntry& p) { p.blocked = true; }); }},
      {"withdrawn badge", K::revoked, badgeText(1), at(6, 42),
       [](Gate& g) { g.setRevocation(id(1), 1, at(12, 0, 0, -2)); }},
      {"the replacement of a withdrawn badge", K::arrival, with([](Badge& b) { b.issue = 2; }), at(6, 42),
       [](Gate& g) { g.setRevocation(id(1), 1, at(12, 0, 0, -2)); }},
      {"a badge that was replaced", K::revoked, badgeText(1), at(6, 42),
       [](Gate& g) { editPerson(g, [](RosterEntry& p) { p.issue = 2; }); }},
      {"withdrawn badge of somebody inside", K::revoked, badgeText(1), at(19, 0),
       [](Gate& g) { arrivedAtSix(g), g.setRevocation(id(1), 1, at(12, 0)); }},
      {"withdrawn key", K::revoked, badgeText(1), at(6, 42),
       [](Gate& g) {
         g.setKey({7, kProject, keyPair().publicKey, at(5, 0)});
       }},
      {"blocked", K::blocked, badgeText(1), at(6, 42),
       [](Gate& g) { editPerson(g, [](RosterEntry& p) { p.blocked = true; }); }},
      {"last minute", K::arrival, badgeText(1), at(23, 59, 59, 9)},
      {"expired", K::expired, badgeText(1), at(0, 0, 0, 10)},
      {"expired while inside", K::leftLate, badgeText(1), at(0, 30, 0, 10),
       [](Gate& g) { g.addEvent(pass(at(8, 0, 0, 9), 9, 1, Direction::in)); }},
      {"first minute", K::arrival, badgeText(1), at(0, 0, 0, -10)},
      {"not yet valid", K::notYetValid, badgeText(1), at(23, 59, 59, -11)},
      {"other days only", K::notToday, badgeText(1), at(6, 42),
       [](Gate& g) { editPerson(g, [](RosterEntry& p) { p.days = {kToday + std::chrono::days(1)}; }); }},
      {"closed day", K::notToday, badgeText(1), at(6, 42), [](Gate& g) { g.rules.closedDays = {kToday}; }},
      {"the night before belongs to the day before", K::notToday, badgeText(1), at(3, 0),
       [](Gate& g) { editPerson(g, [](RosterEntry& p) { p.days = {kToday}; }); }},
      {"other project", K::otherProject, with([](Badge& b) { b.project = id(0xB0); })},
      {"one bit changed", K::altered, flipped(badgeText(1))},
      {"signed by somebody else", K::altered, with([](Badge&) {}, 2)},
      {"key that is not here", K::unknownKey, with([](Badge& b) { b.keyId = 8; })},
      {"lease over", K::leaseOver, badgeText(1), at(6, 42),
       [](Gate& g) { g.rules.leaseUntilMs = at(6, 42); }},
      {"lease over, printed code", K::leaseOver, "FRF0042PAR", at(6, 42),
       [](Gate& g) { g.rules.leaseUntilMs = at(6, 42); }},
      {"a badge cut off", K::unreadable, badgeText(1).substr(0, 100)},
      {"nothing", K::unreadable, ""},
      {"a web address", K::foreignCode, "https://example.org/ticket?id=1"},
      {"a long foreign text", K::foreignCode, std::string(5'000, 'A')},
      {"made by a newer version", K::newerBadge, "FY2:ABC"},
  };
}

}  // namespace

class VerdictTest : public QObject {
  Q_OBJECT

 private slots:
  void vectors_data() {
    QTest::addColumn<int>("index");
    int i = 0;
    for (const Vector& v : ::vectors()) QTest::newRow(v.title) << i++;
  }
  void vectors() {
    QFETCH(int, index);
    const Vector v = ::vectors()[static_cast<std::size_t>(index)];
    Gate g = gate();
    v.change(g);
    const Verdict got = judge(v.text, v.now, g);
    QCOMPARE(std::string(name(got.kind)), std::string(name(v.expect)));
    const VerdictGroup group = groupOf(v.expect);
    const bool passes = group == VerdictGroup::arrival || group == VerdictGroup::departure ||
                        group == VerdictGroup::attention;
    QCOMPARE(got.counts, passes);
    QCOMPARE(got.direction.has_value(), passes || group == VerdictGroup::already);
  }

  void everyKindButTheLivingPassHasAVector() {
    std::set<K> covered{K::replay};
    for (const Vector& v : ::vectors()) covered.insert(v.expect);
    for (const VerdictInfo& info : allVerdicts()) QVERIFY2(covered.contains(info.kind), info.name.data());
  }

  void namesAreUniqueAndInOrder() {
    std::set<std::string_view> names;
    int i = 0;
    for (const VerdictInfo& info : allVerdicts()) {
      QCOMPARE(static_cast<int>(info.kind), i++);
      QVERIFY(names.insert(info.name).second);
      QVERIFY(verdictFromName(info.name) == info.kind);
    }
  }

  void detailsAreFilled() {
    Gate g = gate();
    arrivedAtSix(g);
    QCOMPARE(judge(badgeText(1), at(6, 0, 30), g).sinceMs.value(), at(6, 0));
    const Verdict out = judge(badgeText(1), at(17, 43), g);
    QCOMPARE(out.workedMs, std::int64_t{11 * 60 + 43} * 60'000);
    const Verdict morning = judge(badgeText(1), at(7, 0, 0, 1), g);
    QVERIFY(morning.kind == K::arrival);
    QVERIFY(morning.forgotten == kToday);
  }

  void anOperatorMayChooseTheDirection() {
    Gate g = gate();
    arrivedAtSix(g);
    const RosterEntry& p = *g.person(id(1));
    QVERIFY(judgePerson(p, at(6, 0, 20), g, Intent::automatic).kind == K::tooSoon);
    QVERIFY(judgePerson(p, at(6, 0, 20), g, Intent::out).kind == K::departure);
    QVERIFY(judgePerson(p, at(9, 0), g, Intent::in).kind == K::alreadyIn);
    QVERIFY(judgePerson(p, at(9, 0), g, Intent::automatic).kind == K::departure);
  }
};

QTEST_APPLESS_MAIN(VerdictTest)
#include "verdict_test.moc"
