// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sample.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Mutation;
using model::Op;
using model::Record;
using model::State;
using model::TextSet;
using model::Value;

namespace {

Record truth() {
  Record row(kSample, kScope, kRecord);
  row.version = 5;
  row.createdMs = 1000;
  row.updatedMs = 2000;
  row.at("title") = std::string("truth");
  row.at("tags") = TextSet{"a", "b"};
  row.at("notes") = std::string("one two three");
  row.at("code") = std::string("K-1");
  return row;
}

std::optional<Record> shown(std::optional<Record> base, const std::vector<Mutation>& pending) {
  return merge::overlay(std::move(base), pending);
}

}  // namespace

class MergeOverlayTest : public QObject {
  Q_OBJECT

 private slots:
  void nothingIsNothing() {
    QVERIFY(!shown({}, {}));
    QVERIFY(!shown({}, {Patch(1, Op::edit).set("title", "x")}));
    Record gone = truth();
    gone.state = State::tombstone;
    QVERIFY(!shown(gone, {}));
    QVERIFY(!shown(gone, {Patch(1, Op::edit).set("title", "x")}));
    QVERIFY(shown(gone, {Patch(1, Op::create).at(9).set("title", "x")})->state == State::live);
  }

  void pendingLiesOnTopInOrder() {
    const auto row = shown(truth(), {Patch(1, Op::edit).at(3000).set("title", "mine"),
                                     Patch(1, Op::edit).at(3001).set("title", "mine 2").tags({"c"}, {"a"})});
    QVERIFY(row->at("title") == Value(std::string("mine 2")));
    QVERIFY(row->at("tags") == Value(TextSet{"b", "c"}));
    QCOMPARE(row->updatedMs, 3001);
    QCOMPARE(row->createdMs, 1000);
    QCOMPARE(row->version, 5);
  }

  void ownCreateIsShown() {
    const auto row =
        shown({}, {Patch(1, Op::create).at(700).set("title", "new"), Patch(1, Op::edit).at(800)});
    QVERIFY(row && row->id == kRecord && row->scope == kScope && row->collection == &kSample);
    QCOMPARE(row->createdMs, 700);
    QCOMPARE(row->updatedMs, 800);
    QCOMPARE(row->version, 0);
  }

  void deletedAndBack() {
    const Mutation del = Patch(1, Op::del).at(3000);
    QVERIFY(shown(truth(), {del})->state == State::trashed);
    QVERIFY(shown(truth(), {del, Patch(1, Op::restore).at(3001)})->state == State::live);
    const auto again = shown(truth(), {del, Patch(1, Op::create).at(3001).set("stars", std::int64_t{2})});
    QVERIFY(again->state == State::live && model::isNull(again->at("title")) &&
            model::isNull(again->at("tags")));
    QVERIFY(again->at("code") == Value(std::string("K-1")));
  }

  void law7_textOnTopOfNewerTruthIsMerged() {
    Record row = truth();
    row.at("notes") = std::string("ONE two three");
    const auto out = shown(row, {Patch(1, Op::edit).text("one two three four", "one two three")});
    QVERIFY(out->at("notes") == Value(std::string("ONE two three four")));
    // The own text wins where both changed the same words: it isn't known yet what the server will decide.
    const auto own = shown(row, {Patch(1, Op::edit).text("uno two three", "one two three")});
    QVERIFY(own->at("notes") == Value(std::string("uno two three")));
  }

  void mergedTextNeverBreaksTheLimit() {
    Record row = truth();
    row.at("notes") = std::string(40, 't') + " one two three";
    const std::string mine = "one two three " + std::string(40, 'm');
    QVERIFY(shown(row, {Patch(1, Op::edit).text(mine, "one two three")})->at("notes") == Value(mine));
  }

  void anEmptySetIsNoValue() {
    const auto row = shown(truth(), {Patch(1, Op::edit).tags({}, {"a", "b", "not there"})});
    QVERIFY(model::isNull(row->at("tags")));
  }

  void law7_serverAndDeviceAgreeOnAKnowingEdit() {
    std::optional<merge::ServerRecord> record;
    const Mutation create = Patch(1, Op::create).at(10).set("title", "t").tags({"x", "y"}).text("a b", "");
    const Mutation edit =
        Patch(1, Op::edit).at(20).tags({"z"}, {"x"}).text("a b c", "a b").set("title", Value{});
    (void)merge::apply(record, create, 1);
    (void)merge::apply(record, edit, 2);
    const auto row = shown({}, {create, edit});
    QVERIFY(row->fields == record->row.fields && row->state == record->row.state);
    QCOMPARE(row->updatedMs, record->row.updatedMs);
  }

  void law3_writingAgainMentionsEverythingADeviceMayWrite() {
    Mutation again = Patch(1, Op::create).at(9000).base(7).set("title", "new").tags({"b", "c"});
    Record old = truth();
    old.state = State::trashed;
    merge::writeEveryField(again, old);
    std::optional<merge::ServerRecord> record = merge::ServerRecord{old, {}};
    record->meta.deletes.add({7, device(2), Hlc::fromMs(5000)});
    (void)merge::apply(record, again, 8);
    QVERIFY(record->row.at("title") == Value(std::string("new")));
    QVERIFY(record->row.at("tags") == Value(TextSet{"b", "c"}));
    QVERIFY(model::isNull(record->row.at("notes")));
    QVERIFY(record->row.at("code") == Value(std::string("K-1")));
    QVERIFY(record->row.fields == shown(old, {again})->fields);
  }
};

QTEST_GUILESS_MAIN(MergeOverlayTest)
#include "overlay_test.moc"
