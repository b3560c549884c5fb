// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using model::TextSet;

namespace {

std::string text(const char* s) { return s; }

const model::FieldPatch* patchOf(const model::Mutation& m, std::string_view field) {
  for (const auto& patch : m.patches) {
    if (patch.field->name == field) return &patch;
  }
  return nullptr;
}

std::string valueOf(const model::Mutation& m, std::string_view field) {
  const auto* patch = patchOf(m, field);
  return patch ? std::get<std::string>(patch->value) : "(none)";
}

}  // namespace

/// Laws 1, 2, 3 and 5: what a write does here, before any server has heard of it.
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

  void law2_typedOverAPendingValueInheritsItsBase() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.push(), s.pull();
    const std::int64_t before = s.head;
    s.edit("lists", id, {{"name", text("mine")}});
    s->nextPush(s.person, 10, 10'000);  // numbered: nothing joins any more
    s.serverPuts("lists", id, {{"name", text("theirs")}});
    s.pull();
    QCOMPARE(textOf(s->get(schema::collection("lists"), s.person, id), "name"), text("mine"));
    s.edit("lists", id, {{"name", text("mine again")}, {"order_key", text("b")}});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 3u);
    QCOMPARE(valueOf(pushed[1], "name"), text("mine again"));
    QCOMPARE(pushed[1].base, before);  // never saw "theirs"
    QVERIFY(!patchOf(pushed[1], "order_key"));
    QCOMPARE(valueOf(pushed[2], "order_key"), text("b"));
    QCOMPARE(pushed[2].base, s.head);
  }

  void law2_typedOverAValueThatWasAnsweredMeanwhileInheritsItsBase() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.push(), s.pull();
    const std::int64_t before = s.head;
    s.edit("lists", id, {{"name", text("mine")}});
    const auto first = s->nextPush(s.person, 10, 10'000);
    s.serverPuts("lists", id, {{"name", text("theirs")}});
    s.pull();
    store::Edit form =
        makeEdit("lists", s.person, id, {{"name", text("mine again")}, {"order_key", text("b")}});
    form.base = s->baseOf(s.person, schema::collection("lists"), id);
    QCOMPARE(form.base, s.head);  // and yet "theirs" is not on the screen
    ++s.head;
    s->storeResults(s.person, {{first[0].seq, model::Outcome::superseded, s.head, {}}});
    s.pull();
    QCOMPARE(textOf(s->get(schema::collection("lists"), s.person, id), "name"), text("theirs"));
    QVERIFY(s->write(form).ok());
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    for (const model::Mutation& m : pushed) QCOMPARE(m.base, patchOf(m, "name") ? before : form.base);
  }

  void law2_aCreateOverPendingValuesInheritsTheirLowestBase() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    s.push(), s.pull();
    const std::int64_t before = s.head;
    s.edit("watch_entries", id, {{"title", text("mine")}});
    s.remove("watch_entries", id);
    s.serverPuts("watch_entries", id, {{"title", text("theirs")}});
    s.pull();
    const auto row = *s->get(schema::collection("watch_entries"), s.person, id);
    store::Edit again = makeEdit("watch_entries", s.person, id,
                                 {{"title_id", row.at("title_id")},
                                  {"title", text("mine again")},
                                  {"kind", row.at("kind")},
                                  {"status", row.at("status")}});
    again.op = model::Op::create;
    again.base = s.head;
    QVERIFY(s->write(again).ok());
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 3u);
    QCOMPARE(pushed[2].base, before);  // "theirs" was covered all the time
  }

  void law2_differentBasesAreSeparateMutations() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.push(), s.pull();
    s.edit("lists", id, {{"name", text("n")}});
    s.serverPuts("lists", id, {{"order_key", text("b")}});
    s.pull();
    s.edit("lists", id, {{"order_key", text("c")}});
    s.edit("lists", id, {{"name", text("m")}});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    QCOMPARE(valueOf(pushed[0], "name"), text("m"));
    QCOMPARE(pushed[0].base, std::int64_t{1});
    QCOMPARE(valueOf(pushed[1], "order_key"), text("c"));
    QCOMPARE(pushed[1].base, std::int64_t{2});
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

  void law2_anElementKnowsWhatItsAuthorSaw() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    s.push(), s.pull();
    s.addTo("watch_entries", id, "tags", "mine");
    s.serverPuts("watch_entries", id, {{"tags", TextSet{"theirs"}}});
    s.pull();
    QCOMPARE(std::get<TextSet>(s->get(schema::collection("watch_entries"), s.person, id)->at("tags")),
             (TextSet{"mine", "theirs"}));
    s.takeFrom("watch_entries", id, "tags", "theirs");
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    QCOMPARE(patchOf(pushed[1], "tags")->removed, (TextSet{"theirs"}));
    QCOMPARE(pushed[1].base, s.head);  // else the removal would not know the element
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
    s->shiftStamps(-60'000, -60'000);
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
