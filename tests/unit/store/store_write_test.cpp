// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "patches.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using model::TextSet;

/// Laws 1, 3, 4 and 5: what a write does here, before any server has heard of it.
class StoreWriteTest : public QObject {
  Q_OBJECT

 private slots:
  void law1_writeIsThereAfterReopening() {
    TempStore s;
    const Uuid id = s.addList("Sunday");
    s.reopen();
    QCOMPARE(textOf(s->get(schema::collection("lists"), s.person, id), "name"), text("Sunday"));
    QVERIFY(s->pendingOf(schema::collection("lists"), s.person, id) == store::Pending::queued);
    const auto pushed = s.push();
    QCOMPARE(pushed.size(), 1u);
    QVERIFY(pushed[0].op == model::Op::create);
    QCOMPARE(valueOf(pushed[0], "name"), text("Sunday"));
  }

  void law1_allOrNothing() {
    TempStore s;
    store::Edit good = makeEdit("lists", s.person, Uuid::v7(1), {{"name", text("a")}});
    good.op = model::Op::create;
    store::Edit bad = makeEdit("lists", s.person, Uuid::v7(2), {{"name", std::string(300, 'x')}});
    bad.op = model::Op::create;
    const auto result = s->writeAll({good, bad});
    QVERIFY(!result);
    QCOMPARE(result.error().field, text("name"));
    QVERIFY(!s->get(*good.collection, s.person, good.id));
    QVERIFY(s->nextPush(s.person, 10, 1000).empty());
    QVERIFY(s.changes.empty());
  }

  void refusesWhatBreaksTheDeclaration() {
    TempStore s;
    const Uuid id = s.addList("a");
    QVERIFY(s.tryEdit("lists", id, {{"name", model::Value{}}}).error().code == Code::invalidField);
    QVERIFY(s.tryEdit("lists", Uuid::v7(9), {{"name", text("b")}}).error().code == Code::notFound);
    store::Edit elsewhere = makeEdit("lists", Uuid::v7(8), id, {{"name", text("b")}});
    QVERIFY(s->write(elsewhere).error().code == Code::notFound);
    store::Edit wrongKind = makeEdit("families", s.person, s.person, {{"name", text("b")}});
    wrongKind.op = model::Op::create;
    QVERIFY(!s->write(wrongKind));
    QCOMPARE(textOf(s->get(schema::collection("lists"), s.person, id), "name"), text("a"));
  }

  void law5_laterWritesJoinAnUnnumberedMutation() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.edit("lists", id, {{"name", text("b")}});
    s.edit("lists", id, {{"name", text("c")}, {"order_key", text("m")}});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 1u);
    QVERIFY(pushed[0].op == model::Op::create);
    QCOMPARE(valueOf(pushed[0], "name"), text("c"));
    QCOMPARE(valueOf(pushed[0], "order_key"), text("m"));
  }

  void law5_aNumberedMutationNeverChanges() {
    TempStore s;
    const Uuid id = s.addList("a");
    const auto first = s->nextPush(s.person, 10, 10'000);
    s.edit("lists", id, {{"name", text("b")}});
    const auto second = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(second.size(), 2u);
    QCOMPARE(valueOf(second[0], "name"), text("a"));
    QVERIFY(second[0].stamp == first[0].stamp);
    QCOMPARE(valueOf(second[1], "name"), text("b"));
    QCOMPARE(second[1].seq, 2u);
  }

  void law5_setDeltasCompose() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    s.push(), s.pull();
    s.addTo("watch_entries", id, "tags", "a");
    s.addTo("watch_entries", id, "tags", "b");
    s.takeFrom("watch_entries", id, "tags", "a");
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 1u);
    QCOMPARE(patchOf(pushed[0], "tags")->added, (TextSet{"b"}));
    QCOMPARE(patchOf(pushed[0], "tags")->removed, (TextSet{"a"}));
  }

  void law5_textKeepsWhatItWasBasedOn() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    s.edit("watch_entries", id, {{"notes", text("one two")}});
    s.push(), s.pull();
    s.edit("watch_entries", id, {{"notes", text("one two three")}});
    s.edit("watch_entries", id, {{"notes", text("one two three four")}});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 1u);
    QCOMPARE(patchOf(pushed[0], "notes")->was, text("one two"));
    QCOMPARE(valueOf(pushed[0], "notes"), text("one two three four"));
  }

  void textTypedOverAMergedTextIsSeparate() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    s.edit("watch_entries", id, {{"notes", text("one two")}});
    s.push(), s.pull();
    s.edit("watch_entries", id, {{"notes", text("one two three")}});
    s.serverPuts("watch_entries", id, {{"notes", text("zero one two")}});
    s.pull();
    const auto& entries = schema::collection("watch_entries");
    QCOMPARE(textOf(s->get(entries, s.person, id), "notes"), text("zero one two three"));
    s.edit("watch_entries", id, {{"notes", text("zero one two three four")}});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    QCOMPARE(patchOf(pushed[1], "notes")->was, text("zero one two three"));
    QCOMPARE(textOf(s->get(entries, s.person, id), "notes"), text("zero one two three four"));
  }

  void law5_nothingJoinsAcrossADelete() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.push(), s.pull();
    s.edit("lists", id, {{"name", text("b")}});
    s.remove("lists", id);
    QVERIFY(s->get(schema::collection("lists"), s.person, id)->state == model::State::trashed);
    s.edit("lists", id, {{"name", text("c")}});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 3u);
    QVERIFY(pushed[1].op == model::Op::del);
    QCOMPARE(valueOf(pushed[2], "name"), text("c"));
  }

  void aFamilyCanBeMadeOffline() {
    TempStore s;
    const Uuid family = Uuid::v7(5);
    store::Edit edit =
        makeEdit("families", family, family, {{"name", text("Ours")}, {"created_by", s.person}});
    edit.op = model::Op::create;
    QVERIFY(s->write(edit).ok());
    const auto info = s->scope(family);
    QVERIFY(info && !info->confirmed && info->kind == schema::Scope::family);
    QCOMPARE(info->role, text("owner"));
    QCOMPARE(info->queued, std::int64_t{1});
    store::Edit list = makeEdit("lists", family, Uuid::v7(6), {{"name", text("Films")}});
    list.op = model::Op::create;
    QVERIFY(s->write(list).ok());
    s.reopen();
    const auto pushed = s->nextPush(family, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    QVERIFY(pushed[0].collection->head);
  }

  void law3_creatingADeletedKeyAgainWritesEveryField() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    s.edit("watch_entries", id, {{"notes", text("old")}, {"tags", TextSet{"old"}}});
    s.push(), s.pull();
    const auto& entries = schema::collection("watch_entries");
    const auto row = *s->get(entries, s.person, id);
    s.remove("watch_entries", id);
    s.push(), s.pull();
    store::Edit again = makeEdit("watch_entries", s.person, id,
                                 {{"title_id", row.at("title_id")},
                                  {"title", row.at("title")},
                                  {"kind", row.at("kind")},
                                  {"status", row.at("status")}});
    again.op = model::Op::create;
    QVERIFY(s->write(again).ok());
    const auto shown = s->get(entries, s.person, id);
    QVERIFY(shown->state == model::State::live);
    QCOMPARE(textOf(shown, "notes"), std::string());
    QVERIFY(model::isNull(shown->at("tags")));
  }

  void law4_stampsOfTheUnnumberedMove() {
    TempStore s;
    s.addList("a");
    const auto numbered = s->nextPush(s.person, 10, 10'000);
    s.addList("b");
    s->shiftStamps(-60'000, {{"clock_offset_ms", "-60000"}});
    QCOMPARE(s->setting("clock_offset_ms"), std::string("-60000"));
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QVERIFY(pushed[0].stamp == numbered[0].stamp);
    QCOMPARE(pushed[1].stamp.ms(), s.clock.wallMs() - 60'000);
  }

  void tellsExactlyTheRowsThatChanged() {
    TempStore s;
    const Uuid a = s.addList("a");
    const Uuid b = s.addList("b");
    s.changedIds();
    s.edit("lists", a, {{"name", text("x")}});
    QCOMPARE(s.changedIds(), std::vector<Uuid>{a});
    s.push();
    QVERIFY(s.changedIds().empty());  // only marks
    s.pull();
    QCOMPARE(s.changedIds(), (std::vector<Uuid>{std::min(a, b), std::max(a, b)}));  // they have versions now
    s.pull();
    QVERIFY(s.changedIds().empty());
  }
};

QTEST_GUILESS_MAIN(StoreWriteTest)
#include "store_write_test.moc"
