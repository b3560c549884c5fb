// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sample.hpp"

using namespace foyer;
using namespace foyer::test;
using merge::Applied;
using merge::Conflict;
using merge::ServerRecord;
using model::Op;
using model::Outcome;
using model::State;
using model::TextSet;
using model::Value;

namespace {

/// A server with one record at version 1, made by device 1, that everybody with base 1 knows.
struct Server {
  std::optional<ServerRecord> record;
  std::int64_t version = 0;

  Server() {
    apply(Patch(1, Op::create).at(1000).set("title", "first").text("one two three", "").tags({"red"}));
  }
  Applied apply(const model::Mutation& m) { return merge::apply(record, m, ++version); }
  const model::Record& row() const { return record->row; }
};

Patch edit(int author, std::int64_t ms, std::int64_t base) {
  return Patch(author, Op::edit).at(ms).base(base);
}
Value text(const char* value) { return std::string(value); }

}  // namespace

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

  void knowingEditReplacesWithoutConflict() {
    Server server;
    const Applied applied = server.apply(edit(2, 2000, 1).set("title", "second"));
    QCOMPARE(applied.outcome, Outcome::applied);
    QVERIFY(applied.rowChanged && applied.conflicts.empty());
    QCOMPARE(server.row().version, 2);
    QCOMPARE(server.row().updatedMs, 2000);
  }

  void loserOfTwoUnknowingEditsBecomesAConflict() {
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

  void sameMillisecondGoesToTheHigherDevice() {
    Server server;
    (void)server.apply(edit(3, 2000, 1).set("title", "C"));
    (void)server.apply(edit(2, 2000, 1).set("title", "B"));
    QVERIFY(server.row().at("title") == text("C"));
  }

  void ownEarlierValueIsKnown() {
    Server server;
    (void)server.apply(edit(2, 2000, 1).set("title", "B"));
    QVERIFY(server.apply(edit(2, 2001, 1).set("title", "BB")).conflicts.empty());
    QVERIFY(server.row().at("title") == text("BB"));
  }

  void equalValuesNeverConflictAndKeepTheHigherStamp() {
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

  void clearingIsAValueToo() {
    Server server;
    (void)server.apply(edit(2, 3000, 1).set("title", Value{}));
    const Applied lost = server.apply(edit(3, 2000, 1).set("title", "C"));
    QVERIFY(model::isNull(server.row().at("title")));
    QVERIFY(lost.conflicts.size() == 1 && model::isNull(lost.conflicts[0].kept));
  }

  void addBeatsARemoveThatDidNotKnowIt() {
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

  void textsMergeByWords() {
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

  void overlappingTextKeepsTheLosersWholeText() {
    Server server;
    (void)server.apply(edit(2, 3000, 1).text("uno two three", "one two three"));
    const Applied lost = server.apply(edit(3, 2000, 1).text("eins two drei", "one two three"));
    QVERIFY(server.row().at("notes") == text("uno two drei"));
    QVERIFY(lost.conflicts.size() == 1 && lost.conflicts[0].lost == text("eins two drei"));
    const Applied won = server.apply(edit(4, 4000, 1).text("un two three", "one two three"));
    QVERIFY(server.row().at("notes") == text("un two drei"));
    QVERIFY(won.conflicts.size() == 1 && won.conflicts[0].lost == text("uno two drei"));
  }

  void textThatWouldGetTooLongFallsBackToRegister() {
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

  void deleteTakesEffectOnlyWithFullKnowledge() {
    Server server;
    (void)server.apply(edit(2, 2000, 1).set("stars", std::int64_t{1}));
    const Applied kept = server.apply(Patch(3, Op::del).at(9000).base(1));
    QCOMPARE(kept.outcome, Outcome::superseded);
    QVERIFY(kept.conflicts.size() == 1 && kept.conflicts[0].kind == Conflict::Kind::kept);
    QVERIFY(kept.conflicts[0].keptBy.device == device(2) && kept.conflicts[0].lostBy.device == device(3));
    QVERIFY(server.row().state == State::live);
    QCOMPARE(server.apply(Patch(3, Op::del).at(9001).base(2)).outcome, Outcome::applied);
    QVERIFY(server.row().state == State::trashed);
    QVERIFY(server.row().at("title") == text("first"));
    QCOMPARE(server.apply(Patch(4, Op::del).at(9002).base(4)).outcome, Outcome::superseded);
  }

  void anEditThatLosesStillKeepsTheRecord() {
    Server server;
    (void)server.apply(edit(2, 5000, 1).set("title", "B"));
    (void)server.apply(edit(3, 2000, 1).set("title", "C"));
    QVERIFY(server.apply(Patch(4, Op::del).at(9000).base(2)).conflicts.size() == 1);
    QVERIFY(server.row().state == State::live);
  }

  void unknowingEditRevives() {
    Server server;
    (void)server.apply(Patch(2, Op::del).at(2000).base(1));
    const Applied revived = server.apply(edit(3, 1500, 1).set("title", "C"));
    QVERIFY(server.row().state == State::live);
    QCOMPARE(revived.outcome, Outcome::merged);
    QVERIFY(revived.conflicts.size() == 1 && revived.conflicts[0].kind == Conflict::Kind::revived);
    QVERIFY(revived.conflicts[0].lostBy.device == device(2));
  }

  void restoreAfterAKnownDeleteIsQuiet() {
    Server server;
    (void)server.apply(Patch(2, Op::del).at(2000).base(1));
    const Applied restored = server.apply(Patch(3, Op::restore).at(3000).base(2));
    QVERIFY(server.row().state == State::live && restored.conflicts.empty());
    QCOMPARE(restored.outcome, Outcome::applied);
    QCOMPARE(server.apply(Patch(4, Op::restore).at(3001).base(3)).outcome, Outcome::superseded);
    // The restore counts as an edit.
    QVERIFY(server.apply(Patch(5, Op::del).at(9000).base(2)).conflicts.size() == 1);
  }

  void createOnAnExistingRecordStampsOnlyWhatWasSet() {
    Server server;
    const Applied again = server.apply(Patch(2, Op::create).at(500).set("stars", std::int64_t{3}));
    QVERIFY(again.conflicts.empty());
    QVERIFY(server.row().at("title") == text("first"));
    QCOMPARE(server.row().number("stars"), 3);
    QCOMPARE(server.row().createdMs, 500);
    QCOMPARE(server.row().updatedMs, 1000);
  }

  void createOverAKnownDeleteWritesEveryField() {
    Server server;
    (void)server.apply(edit(0, 1500, 1).set("code", "K-1"));
    (void)server.apply(Patch(2, Op::del).at(2000).base(2));
    (void)server.apply(Patch(2, Op::create).at(3000).base(2).set("stars", std::int64_t{5}));
    QVERIFY(server.row().state == State::live);
    QCOMPARE(server.row().number("stars"), 5);
    for (const char* name : {"title", "tags", "notes"}) QVERIFY2(model::isNull(server.row().at(name)), name);
    QVERIFY(server.row().at("code") == text("K-1"));
  }

  void createWithoutKnowingTheDeleteIsAnEdit() {
    Server server;
    (void)server.apply(Patch(2, Op::del).at(2000).base(1));
    const Applied created = server.apply(Patch(3, Op::create).at(3000).set("stars", std::int64_t{5}));
    QVERIFY(server.row().at("title") == text("first"));
    QVERIFY(created.conflicts.size() == 1 && created.conflicts[0].kind == Conflict::Kind::revived);
  }

  void jobsNeitherReviveNorKeep() {
    Server server;
    (void)server.apply(edit(0, 1500, 1).set("code", "K-1"));
    QCOMPARE(server.apply(Patch(2, Op::del).at(2000).base(1)).outcome, Outcome::applied);
    const Applied late = server.apply(edit(0, 2500, 2).set("code", "K-2"));
    QVERIFY(server.row().state == State::trashed);
    QVERIFY(late.rowChanged && late.conflicts.empty());
    QVERIFY(server.row().at("code") == text("K-2"));
  }

  void jobWithTheHeadAsBaseDeletes() {
    Server server;
    (void)server.apply(edit(2, 2000, 1).set("title", "B"));
    QCOMPARE(server.apply(Patch(0, Op::del).at(3000).base(2)).outcome, Outcome::applied);
    QVERIFY(server.row().state == State::trashed);
  }

  void tombstonesOnlyTakeACreate() {
    Server server;
    server.record->row.state = State::tombstone;
    server.record->row.fields.assign(kSample.fields.size(), {});
    server.record->meta = {};
    for (const Op op : {Op::edit, Op::del, Op::restore}) {
      const Applied nothing = server.apply(Patch(2, op).at(2000).base(1));
      QVERIFY(nothing.outcome == Outcome::superseded && !nothing.rowChanged && !nothing.metaChanged);
    }
    QCOMPARE(server.apply(Patch(2, Op::create).at(3000).set("title", "again")).outcome, Outcome::applied);
    QVERIFY(server.row().state == State::live);
  }

  void editingAChildRevivesItsParent() {
    Server server;
    (void)server.apply(Patch(2, Op::del).at(2000).base(1));
    const Applied touched = merge::touchParent(*server.record, edit(3, 3000, 1), 7);
    QVERIFY(touched.rowChanged && touched.conflicts.size() == 1);
    QVERIFY(server.row().state == State::live);
    QCOMPARE(server.row().version, 7);
    QVERIFY(!merge::touchParent(*server.record, edit(3, 3001, 1), 8).rowChanged);
    server.version = 8;
    QVERIFY(server.apply(Patch(2, Op::del).at(4000).base(7)).conflicts.size() == 1);
    QVERIFY(!merge::touchParent(*server.record, edit(0, 3001, 1), 9).metaChanged);
  }

  void factsAreComparedByWhatTheySay() {
    const Server server;
    QVERIFY(merge::sameFact(server.row(), Patch(2, Op::create).set("title", "first").tags({"red"})));
    QVERIFY(!merge::sameFact(server.row(), Patch(2, Op::create).set("title", "other")));
    QVERIFY(!merge::sameFact(server.row(), Patch(2, Op::create).tags({"blue"})));
  }

  void conflictsCloseWhenTheirAuthorOrAKnowingHandSettlesThem() {
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
