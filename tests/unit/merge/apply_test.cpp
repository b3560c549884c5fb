// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "small_server.hpp"

using namespace foyer;
using namespace foyer::test;
using merge::Applied;
using merge::ServerRecord;
using model::Op;
using model::Outcome;
using model::TextSet;
using model::Value;

class MergeApplyTest : public QObject {
  Q_OBJECT

 private slots:
  void createMakesTheRow() {
    const Server server;
    QCOMPARE(server.row().version, 1);
    QCOMPARE(server.row().createdMs, 1000);
    QCOMPARE(server.row().updatedMs, 1000);
    QVERIFY(server.row().id == kRecord && server.row().scope == kScope);
    QVERIFY(server.row().at("title") == text("first"));
    QVERIFY(server.row().at("tags") == Value(TextSet{"red"}));
    QVERIFY(model::isNull(server.row().at("stars")));
  }

  void onlyACreateMakesARecord() {
    std::optional<ServerRecord> none;
    QVERIFY_THROWS_EXCEPTION(std::logic_error, merge::apply(none, edit(1, 5, 0), 1));
  }

  void law7_knowingEditReplacesWithoutConflict() {
    Server server;
    const Applied applied = server.apply(edit(2, 2000, 1).set("title", "second"));
    QCOMPARE(applied.outcome, Outcome::applied);
    QVERIFY(applied.rowChanged && applied.conflicts.empty());
    QCOMPARE(server.row().version, 2);
    QCOMPARE(server.row().updatedMs, 2000);
  }

  void law8_loserOfTwoUnknowingEditsBecomesAConflict() {
    Server server;
    (void)server.apply(edit(2, 3000, 1).set("title", "B"));
    const Applied lost = server.apply(edit(3, 2000, 1).set("title", "C").set("stars", std::int64_t{4}));
    QCOMPARE(lost.outcome, Outcome::merged);
    QVERIFY(server.row().at("title") == text("B"));
    QCOMPARE(server.row().number("stars"), 4);
    QCOMPARE(lost.conflicts.size(), 1U);
    QVERIFY(lost.conflicts[0].lost == text("C") && lost.conflicts[0].kept == text("B"));
    QVERIFY(lost.conflicts[0].lostBy.device == device(3) && lost.conflicts[0].keptBy.device == device(2));

    const Applied won = server.apply(edit(4, 4000, 1).set("title", "D"));
    QCOMPARE(won.outcome, Outcome::merged);
    QVERIFY(won.conflicts.size() == 1 && won.conflicts[0].lost == text("B"));
    QCOMPARE(server.apply(edit(5, 1500, 1).set("title", "E")).outcome, Outcome::superseded);
  }

  void law7_sameMillisecondGoesToTheHigherDevice() {
    Server server;
    (void)server.apply(edit(3, 2000, 1).set("title", "C"));
    (void)server.apply(edit(2, 2000, 1).set("title", "B"));
    QVERIFY(server.row().at("title") == text("C"));
  }

  void law7_ownEarlierValueIsKnown() {
    Server server;
    (void)server.apply(edit(2, 2000, 1).set("title", "B"));
    QVERIFY(server.apply(edit(2, 2001, 1).set("title", "BB")).conflicts.empty());
    QVERIFY(server.row().at("title") == text("BB"));
  }

  void law7_equalValuesNeverConflictAndKeepTheHigherStamp() {
    Server server;
    (void)server.apply(edit(2, 3000, 1).set("title", "same"));
    const Applied equal = server.apply(edit(3, 2000, 1).set("title", "same"));
    QVERIFY(equal.conflicts.empty());
    QCOMPARE(equal.outcome, Outcome::superseded);
    QVERIFY(server.record->meta.fields[0].top.device == device(2));
    // Device 2 goes on without knowing that device 3 meant the same: that one's value is not lost in silence.
    const Applied later = server.apply(edit(2, 3001, 1).set("title", "other"));
    QVERIFY(later.conflicts.size() == 1 && later.conflicts[0].lostBy.device == device(3));
  }

  void law7_clearingIsAValueToo() {
    Server server;
    (void)server.apply(edit(2, 3000, 1).set("title", Value{}));
    const Applied lost = server.apply(edit(3, 2000, 1).set("title", "C"));
    QVERIFY(model::isNull(server.row().at("title")));
    QVERIFY(lost.conflicts.size() == 1 && model::isNull(lost.conflicts[0].kept));
  }

  void law7_addBeatsARemoveThatDidNotKnowIt() {
    Server server;
    (void)server.apply(edit(2, 2000, 1).tags({"red", "new"}));
    const Applied removed = server.apply(edit(3, 9000, 1).tags({}, {"red"}));
    QCOMPARE(removed.outcome, Outcome::superseded);
    QVERIFY(removed.conflicts.empty());
    QVERIFY(server.row().at("tags") == Value(TextSet{"new", "red"}));
    QCOMPARE(server.apply(edit(4, 9001, 3).tags({}, {"red", "new"})).outcome, Outcome::applied);
    QVERIFY(model::isNull(server.row().at("tags")));
    QVERIFY(server.record->meta.elements.empty());
  }

  void law7_textsMergeByWords() {
    Server server;
    (void)server.apply(edit(2, 2000, 1).text("ONE two three", "one two three"));
    const Applied merged = server.apply(edit(3, 1500, 1).text("one two THREE", "one two three"));
    QCOMPARE(merged.outcome, Outcome::merged);
    QVERIFY(merged.conflicts.empty());
    QVERIFY(server.row().at("notes") == text("ONE two THREE"));
    // Device 3 now writes over its own text: what device 2 wrote stays.
    (void)server.apply(edit(3, 1600, 1).text("one 2 THREE", "one two THREE"));
    QVERIFY(server.row().at("notes") == text("ONE 2 THREE"));
  }

  void law8_overlappingTextKeepsTheLosersWholeText() {
    Server server;
    (void)server.apply(edit(2, 3000, 1).text("uno two three", "one two three"));
    const Applied lost = server.apply(edit(3, 2000, 1).text("eins two drei", "one two three"));
    QVERIFY(server.row().at("notes") == text("uno two drei"));
    QVERIFY(lost.conflicts.size() == 1 && lost.conflicts[0].lost == text("eins two drei"));
    const Applied won = server.apply(edit(4, 4000, 1).text("un two three", "one two three"));
    QVERIFY(server.row().at("notes") == text("un two drei"));
    QVERIFY(won.conflicts.size() == 1 && won.conflicts[0].lost == text("uno two drei"));
  }

  void law7_textThatWouldGetTooLongFallsBackToRegister() {
    Server server;
    const std::string before = "one two three ";
    const std::string mine = before + std::string(40, 'm');
    const std::string theirs = std::string(40, 't') + " " + before;
    (void)server.apply(edit(2, 2000, 1).text(theirs, "one two three"));
    const Applied won = server.apply(edit(3, 3000, 1).text(mine, "one two three"));
    QVERIFY(server.row().at("notes") == Value(mine));
    QVERIFY(won.conflicts.size() == 1 && won.conflicts[0].lost == Value(theirs));
    const Applied lost = server.apply(edit(4, 2500, 1).text(theirs, "one two three"));
    QVERIFY(server.row().at("notes") == Value(mine));
    QVERIFY(lost.conflicts.size() == 1 && lost.conflicts[0].lost == Value(theirs));
    QCOMPARE(lost.outcome, Outcome::superseded);
  }

  void law8_conflictsCloseWhenTheirAuthorOrAKnowingHandSettlesThem() {
    Server server;
    merge::OpenConflict card{&sampleField("title"), text("C"), device(3), 2, 4};
    const auto closes = [&](const model::Mutation& m) { return merge::closes(m, card, server.row()); };
    QVERIFY(closes(edit(3, 9000, 1).set("title", "C2")));
    QVERIFY(!closes(edit(3, 9000, 1).set("stars", std::int64_t{1})));
    QVERIFY(!closes(Patch(3, Op::del).at(9000).base(9)));
    QVERIFY(closes(edit(5, 9000, 2).set("title", "over C while it was shown")));
    QVERIFY(!closes(edit(5, 9000, 1).set("title", "never saw C")));
    QVERIFY(!closes(edit(5, 9000, 4).set("title", "saw the card and wrote something else")));
    QVERIFY(closes(edit(5, 9000, 4).set("title", "C")));

    card = {&sampleField("notes"), text("one lost words"), device(3), 2, 4};
    QVERIFY(!closes(edit(3, 9000, 1).text("one two three", "")));
    QVERIFY(closes(edit(3, 9000, 4).text("one two three", "")));
    card.lost = text("three one");
    QVERIFY(closes(edit(5, 9000, 1).text("one two three", "")));
  }
};

QTEST_GUILESS_MAIN(MergeApplyTest)
#include "apply_test.moc"
