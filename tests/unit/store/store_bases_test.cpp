// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "patches.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using model::TextSet;

/// Law 2: what the author of a change had seen.
class StoreBasesTest : public QObject {
  Q_OBJECT

 private slots:
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
};

QTEST_GUILESS_MAIN(StoreBasesTest)
#include "store_bases_test.moc"
