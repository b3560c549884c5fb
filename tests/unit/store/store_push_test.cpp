// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using model::MutationResult;
using model::Outcome;

namespace {
const schema::Collection& lists() { return schema::collection("lists"); }
}  // namespace

/// Law 5: numbers, outcomes, and what stays on top of the truth until it has arrived.
class StorePushTest : public QObject {
  Q_OBJECT

 private slots:
  void numbersAreGivenOnceAndSurviveReopening() {
    TempStore s;
    s.addList("a"), s.addList("b");
    const auto first = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(first.size(), 2u);
    QCOMPARE(first[0].seq, 1u);
    QCOMPARE(first[1].seq, 2u);
    QVERIFY(first[0].device == s.device && first[0].scope == s.person);
    s.reopen();
    s.addList("c");
    const auto again = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(again.size(), 3u);
    QVERIFY(again[0].id == first[0].id && again[0].stamp == first[0].stamp);
    QCOMPARE(again[2].seq, 3u);
    QCOMPARE(s->acknowledged(s.person), 0u);
  }

  void pushesAreBounded() {
    TempStore s;
    for (int i = 0; i < 10; ++i) s.addList("list " + std::to_string(i));
    QCOMPARE(s->nextPush(s.person, 3, 100'000).size(), 3u);
    QCOMPARE(s->nextPush(s.person, 100, 1).size(), 1u);
    QCOMPARE(s->nextPush(s.person, 0, 100'000).size(), 0u);
    QCOMPARE(s->scope(s.person)->lastSeq, 3u);  // asking for less gives no further numbers
    QCOMPARE(s->nextPush(s.person, 100, 100'000).size(), 10u);
  }

  void theScreenNeverJumpsBack() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.push(), s.pull();
    s.edit("lists", id, {{"name", std::string("b")}});
    const std::int64_t before = s.head;
    s.push();
    QVERIFY(s->pendingOf(lists(), s.person, id) == store::Pending::none);
    // A page from before the outcome brings the old value once more.
    model::Record old = s.serverRow("lists", id);
    old.version = before;
    old.at("name") = std::string("a");
    protocol::PageHeader header;
    header.scope = s.person;
    header.epoch = s.epoch;
    header.head = before;
    s->applyPage(header, {old});
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("b"));
    s.reopen();
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("b"));
    QVERIFY(s.pull().verified);
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("b"));
    QCOMPARE(s->get(lists(), s.person, id)->version, s.head);
  }

  void aWinnerFromElsewhereShowsOnceTheTruthIsThere() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.push(), s.pull();
    s.edit("lists", id, {{"name", std::string("mine")}});
    s->nextPush(s.person, 10, 10'000);
    s.serverPuts("lists", id, {{"name", std::string("theirs")}});
    const std::int64_t theirs = s.head;
    s->storeResults(s.person, {{2, Outcome::superseded, ++s.head, {}}});
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("mine"));
    s.pull();
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("theirs"));
    QCOMPARE(s->get(lists(), s.person, id)->version, theirs);
  }

  void resultsInAnyOrderAndTwice() {
    TempStore s;
    s.addList("a"), s.addList("b"), s.addList("c");
    s->nextPush(s.person, 10, 10'000);
    s->storeResults(s.person, {{2, Outcome::applied, 2, {}}});
    QCOMPARE(s->acknowledged(s.person), 0u);
    s->storeResults(
        s.person,
        {{1, Outcome::applied, 1, {}}, {2, Outcome::applied, 2, {}}, {77, Outcome::applied, 9, {}}});
    QCOMPARE(s->acknowledged(s.person), 2u);
    QCOMPARE(s->scope(s.person)->queued, std::int64_t{1});
    s->storeResults(s.person, {{3, Outcome::held, 0, Error{Code::quotaExceeded, "", "Full."}}});
    QCOMPARE(s->acknowledged(s.person), 3u);
    QCOMPARE(s->scope(s.person)->queued, std::int64_t{0});
    QCOMPARE(s->scope(s.person)->held, std::int64_t{1});
  }

  void putScopeNeverLowersTheNumber() {
    TempStore s;
    s.addList("a");
    s->nextPush(s.person, 10, 10'000);
    auto info = *s->scope(s.person);
    info.lastSeq = 0;
    info.confirmed = true;
    s->putScope(info);
    QCOMPARE(s->scope(s.person)->lastSeq, 1u);
    QVERIFY(s->scope(s.person)->confirmed);
    info.lastSeq = 57;  // the server remembers more than this file does
    s->putScope(info);
    s.addList("b");
    QCOMPARE(s->nextPush(s.person, 10, 10'000).back().seq, 58u);
  }

  void doneMutationsAreForgottenAfterThirtyDays() {
    TempStore s;
    s.addList("a");
    s.push(), s.pull();
    s->tidy();
    s.clock.advance(31LL * 24 * 3600 * 1000);
    s->tidy();
    s.addList("b");
    QCOMPARE(s->nextPush(s.person, 10, 10'000).front().seq, 2u);
  }

  void stampsGoOnAfterReopening() {
    TempStore s;
    s.addList("a");
    const Hlc first = s->nextPush(s.person, 10, 10'000).front().stamp;
    s.clock.jumpWall(-3'600'000);
    s.reopen();
    s.addList("b");
    QVERIFY(s->nextPush(s.person, 10, 10'000).back().stamp > first);
  }
};

QTEST_GUILESS_MAIN(StorePushTest)
#include "store_push_test.moc"
