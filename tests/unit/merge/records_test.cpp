// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "small_server.hpp"

using namespace foyer;
using namespace foyer::test;
using merge::Applied;
using merge::Conflict;
using model::Op;
using model::Outcome;
using model::State;

class MergeRecordsTest : public QObject {
  Q_OBJECT

 private slots:
  void law8_deleteTakesEffectOnlyWithFullKnowledge() {
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

  void law8_anEditThatLosesStillKeepsTheRecord() {
    Server server;
    (void)server.apply(edit(2, 5000, 1).set("title", "B"));
    (void)server.apply(edit(3, 2000, 1).set("title", "C"));
    QVERIFY(server.apply(Patch(4, Op::del).at(9000).base(2)).conflicts.size() == 1);
    QVERIFY(server.row().state == State::live);
  }

  void law8_unknowingEditRevives() {
    Server server;
    (void)server.apply(Patch(2, Op::del).at(2000).base(1));
    const Applied revived = server.apply(edit(3, 1500, 1).set("title", "C"));
    QVERIFY(server.row().state == State::live);
    QCOMPARE(revived.outcome, Outcome::merged);
    QVERIFY(revived.conflicts.size() == 1 && revived.conflicts[0].kind == Conflict::Kind::revived);
    QVERIFY(revived.conflicts[0].lostBy.device == device(2));
  }

  void law8_restoreAfterAKnownDeleteIsQuiet() {
    Server server;
    (void)server.apply(Patch(2, Op::del).at(2000).base(1));
    const Applied restored = server.apply(Patch(3, Op::restore).at(3000).base(2));
    QVERIFY(server.row().state == State::live && restored.conflicts.empty());
    QCOMPARE(restored.outcome, Outcome::applied);
    QCOMPARE(server.apply(Patch(4, Op::restore).at(3001).base(3)).outcome, Outcome::superseded);
    // The restore counts as an edit.
    QVERIFY(server.apply(Patch(5, Op::del).at(9000).base(2)).conflicts.size() == 1);
  }

  void law3_createOnAnExistingRecordStampsOnlyWhatWasSet() {
    Server server;
    const Applied again = server.apply(Patch(2, Op::create).at(500).set("stars", std::int64_t{3}));
    QVERIFY(again.conflicts.empty());
    QVERIFY(server.row().at("title") == text("first"));
    QCOMPARE(server.row().number("stars"), 3);
    QCOMPARE(server.row().createdMs, 500);
    QCOMPARE(server.row().updatedMs, 1000);
  }

  void law3_createOverAKnownDeleteWritesEveryField() {
    Server server;
    (void)server.apply(edit(0, 1500, 1).set("code", "K-1"));
    (void)server.apply(Patch(2, Op::del).at(2000).base(2));
    (void)server.apply(Patch(2, Op::create).at(3000).base(2).set("stars", std::int64_t{5}));
    QVERIFY(server.row().state == State::live);
    QCOMPARE(server.row().number("stars"), 5);
    for (const char* name : {"title", "tags", "notes"}) QVERIFY2(model::isNull(server.row().at(name)), name);
    QVERIFY(server.row().at("code") == text("K-1"));
  }

  void law3_createWithoutKnowingTheDeleteIsAnEdit() {
    Server server;
    (void)server.apply(Patch(2, Op::del).at(2000).base(1));
    const Applied created = server.apply(Patch(3, Op::create).at(3000).set("stars", std::int64_t{5}));
    QVERIFY(server.row().at("title") == text("first"));
    QVERIFY(created.conflicts.size() == 1 && created.conflicts[0].kind == Conflict::Kind::revived);
  }

  void law8_jobsNeitherReviveNorKeep() {
    Server server;
    (void)server.apply(edit(0, 1500, 1).set("code", "K-1"));
    QCOMPARE(server.apply(Patch(2, Op::del).at(2000).base(1)).outcome, Outcome::applied);
    const Applied late = server.apply(edit(0, 2500, 2).set("code", "K-2"));
    QVERIFY(server.row().state == State::trashed);
    QVERIFY(late.rowChanged && late.conflicts.empty());
    QVERIFY(server.row().at("code") == text("K-2"));
  }

  void law8_jobWithTheHeadAsBaseDeletes() {
    Server server;
    (void)server.apply(edit(2, 2000, 1).set("title", "B"));
    QCOMPARE(server.apply(Patch(0, Op::del).at(3000).base(2)).outcome, Outcome::applied);
    QVERIFY(server.row().state == State::trashed);
  }

  void law8_tombstonesOnlyTakeACreate() {
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

  void law8_editingAChildRevivesItsParent() {
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
};

QTEST_GUILESS_MAIN(MergeRecordsTest)
#include "records_test.moc"
