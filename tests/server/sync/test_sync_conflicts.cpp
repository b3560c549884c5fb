// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// Law 8: values that lost, and deletions that did not know. On the memory store and on PostgreSQL.
class TestSyncConflicts : public QObject {
  Q_OBJECT
 private slots:
  void law8_aLostValueComesBackAsACard();
  void law8_aCardNamesBothPeopleAndDevices();
  void law8_aCardClosesWhenItsAuthorSpeaksAgain();
  void law8_anEditRevivesWhatSomebodyDeleted();
  void law8_aDeleteThatDoesNotKnowAnEditIsUndone();
  void law8_editingAChildRevivesItsParent();
};

void TestSyncConflicts::law8_aLostValueComesBackAsACard() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  ann.base = bob.base = w.store.scope(scope)->head;
  bob.clockMs = ann.clockMs + 1000;  // later than all that Ann writes here
  w.one(bob,
        bob.edit(scope, "watch_entries", entry.id, {{.field = "status", .value = std::string("completed")}}));
  const auto lost = w.one(ann, ann.edit(scope, "watch_entries", entry.id,
                                        {{.field = "status", .value = std::string("watching")}}));
  QCOMPARE(lost.outcome, Outcome::superseded);
  QCOMPARE(w.row(scope, "watch_entries", entry.id).text("status"), std::string_view("completed"));
  const auto cards = w.rows(scope, "conflicts");
  QCOMPARE(cards.size(), std::size_t{1});
  QCOMPARE(cards[0].text("lost_value"), std::string_view("\"watching\""));
  QCOMPARE(cards[0].text("kept_value"), std::string_view("\"completed\""));
  QCOMPARE(cards[0].uuid("lost_by_account"), ann.who.account);
  QCOMPARE(cards[0].uuid("kept_by_account"), bob.who.account);
  QCOMPARE(cards[0].uuid("subject_id"), entry.id);
  QVERIFY(model::isNull(cards[0].at("resolution")));
  QVERIFY(w.pull(bob, scope).contains(cards[0].id));
}

void TestSyncConflicts::law8_aCardNamesBothPeopleAndDevices() {
  for (const bool firstPushWins : {true, false}) {
    World w;
    Actor ann("ann"), bob("bob");
    w.deviceNames = {{ann.who.device, "Tablet"}, {bob.who.device, "Bob's phone"}};
    const Uuid scope = w.family(ann);
    w.join(scope, bob, "member");
    const Entry entry = watchEntry(scope, "Heat");
    w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
    bob.base = 0;
    bob.clockMs = ann.clockMs + (firstPushWins ? 1000 : -1000);
    w.one(bob, bob.edit(scope, "watch_entries", entry.id,
                        {{.field = "status", .value = std::string("completed")}}));
    const auto cards = w.rows(scope, "conflicts");
    QCOMPARE(cards.size(), std::size_t{1});
    const std::string bobs = firstPushWins ? "kept" : "lost";
    const std::string anns = firstPushWins ? "lost" : "kept";
    QCOMPARE(cards[0].uuid(bobs + "_by_account"), bob.who.account);
    QCOMPARE(cards[0].uuid(anns + "_by_account"), ann.who.account);
    QCOMPARE(cards[0].text(bobs + "_by_device_name"), std::string_view("Bob's phone"));
    QCOMPARE(cards[0].text(anns + "_by_device_name"), std::string_view("Tablet"));
  }
}

void TestSyncConflicts::law8_aCardClosesWhenItsAuthorSpeaksAgain() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  ann.base = bob.base = w.store.scope(scope)->head;
  bob.clockMs = ann.clockMs + 1000;  // later than all that Ann writes here
  w.one(bob,
        bob.edit(scope, "watch_entries", entry.id, {{.field = "status", .value = std::string("completed")}}));
  w.one(ann,
        ann.edit(scope, "watch_entries", entry.id, {{.field = "status", .value = std::string("watching")}}));
  ann.base = w.store.scope(scope)->head;
  w.one(ann, ann.edit(scope, "watch_entries", entry.id,
                      {{.field = "status", .value = std::string("not_watched")}}));
  QCOMPARE(w.row(scope, "watch_entries", entry.id).text("status"), std::string_view("not_watched"));
  const auto cards = w.rows(scope, "conflicts");
  QCOMPARE(cards.size(), std::size_t{1});
  QCOMPARE(cards[0].text("resolution"), std::string_view("overtaken"));
}

void TestSyncConflicts::law8_anEditRevivesWhatSomebodyDeleted() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  ann.base = bob.base = w.store.scope(scope)->head;
  w.one(ann, ann.del(scope, "watch_entries", entry.id));
  QCOMPARE(w.row(scope, "watch_entries", entry.id).state, model::State::trashed);
  w.one(bob, bob.edit(scope, "watch_entries", entry.id, {{.field = "rating", .value = std::int64_t{70}}}));
  QCOMPARE(w.row(scope, "watch_entries", entry.id).state, model::State::live);
  const auto cards = w.rows(scope, "conflicts");
  QCOMPARE(cards.size(), std::size_t{1});
  QCOMPARE(cards[0].text("kind"), std::string_view("revived"));
}

void TestSyncConflicts::law8_aDeleteThatDoesNotKnowAnEditIsUndone() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  ann.base = bob.base = w.store.scope(scope)->head;
  w.one(bob, bob.edit(scope, "watch_entries", entry.id, {{.field = "rating", .value = std::int64_t{70}}}));
  w.one(ann, ann.del(scope, "watch_entries", entry.id));
  QCOMPARE(w.row(scope, "watch_entries", entry.id).state, model::State::live);
  const auto cards = w.rows(scope, "conflicts");
  QCOMPARE(cards.size(), std::size_t{1});
  QCOMPARE(cards[0].text("kind"), std::string_view("kept"));
}

void TestSyncConflicts::law8_editingAChildRevivesItsParent() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Uuid list = newId();
  w.one(ann, ann.create(scope, "lists", list, {{.field = "name", .value = std::string("Winter")}}));
  ann.base = bob.base = w.store.scope(scope)->head;
  w.one(ann, ann.del(scope, "lists", list));
  QCOMPARE(w.row(scope, "lists", list).state, model::State::trashed);
  const Uuid title = newId();
  const Uuid item = crypto::derivedId(scope, "list_items", {list.str(), title.str()});
  const auto added = w.one(bob, bob.create(scope, "list_items", item,
                                           {{.field = "list", .value = list},
                                            {.field = "title_id", .value = title},
                                            {.field = "title", .value = std::string("Heat")},
                                            {.field = "kind", .value = std::string("movie")}}));
  QVERIFY(added.outcome != Outcome::held);
  QCOMPARE(w.row(scope, "lists", list).state, model::State::live);
  // And a delete of the parent that does not know the child's edit has no effect.
  ann.base = w.store.scope(scope)->head;
  w.one(bob, bob.edit(scope, "list_items", item, {{.field = "note", .value = std::string("tonight?")}}));
  w.one(ann, ann.del(scope, "lists", list));
  QCOMPARE(w.row(scope, "lists", list).state, model::State::live);
}

QTEST_APPLESS_MAIN(TestSyncConflicts)
#include "test_sync_conflicts.moc"
