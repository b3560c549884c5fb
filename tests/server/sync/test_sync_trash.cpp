// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "server/sync/trash.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;
using model::State;
using server::purgeAllTrash;

/// Law 8: deleted records keep their content for a while, then leave a tombstone. On the memory store and on
/// PostgreSQL.
class TestSyncTrash : public QObject {
  Q_OBJECT
 private slots:
  void law8_contentStaysThirtyDays();
  void law8_everyDeviceMustHavePassedTheDeletion();
  void law8_aDeviceThatIsGoneDoesNotHoldTheTrash();
  void law8_whatComesFromTheTrashHasItsContent();
  void law8_whatCameBackMeanwhileStays();
  void law8_aDeletionThatArrivesLateCountsFromItsArrival();
  void law8_anEditOfAPurgedRecordIsHeldAndItsCopyMadeAgain();
  void law8_whatAParentHidesGoesWithIt();
  void law8_conflictsAndHistoryGoWithTheContent();
  void law8_purgingGoesInBatchesAndGoesOn();
  void law10_digestsStayEqualOverAPurge();
};

namespace {

constexpr std::int64_t kDay = server::TrashPolicy::kDay;

Set text(const std::string& field, const std::string& value) { return {.field = field, .value = value}; }

/// A person with one list in the trash, and a device that has passed the deletion.
struct Bin {
  Bin() {
    scope = world.person(ann);
    list = newId();
    world.one(
        ann, ann.create(scope, "lists", list, {text("name", "Sunday"), text("description", "secret words")}));
    know(ann);
    remove(list);
  }
  std::int64_t head() { return world.store.scope(scope)->head; }
  void know(Actor& actor) {
    actor.base = head();
    world.pull(actor, scope, actor.base);
  }
  void remove(const Uuid& id) {
    world.one(ann, ann.del(scope, "lists", id));
    know(ann);
  }
  State state(const Uuid& id) { return world.row(scope, "lists", id).state; }
  // A device says where it stands once an hour at most.
  void pass(std::int64_t days) { world.clock.advance(days * kDay); }

  World world;
  Actor ann{"ann"};
  Uuid scope, list;
};

bool empty(const model::Record& row) {
  return std::all_of(row.fields.begin(), row.fields.end(),
                     [](const model::Value& v) { return model::isNull(v); });
}

}  // namespace

void TestSyncTrash::law8_contentStaysThirtyDays() {
  Bin bin;
  bin.pass(29);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{0});
  QCOMPARE(bin.state(bin.list), State::trashed);
  QCOMPARE(bin.world.row(bin.scope, "lists", bin.list).text("description"), std::string_view("secret words"));
  bin.pass(2);
  bin.know(bin.ann);
  const std::int64_t before = bin.head();
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{1});
  const model::Record row = bin.world.row(bin.scope, "lists", bin.list);
  QCOMPARE(row.state, State::tombstone);
  QVERIFY(empty(row));
  QVERIFY(row.version > before);  // every device hears of it
  QCOMPARE(bin.world.pull(bin.ann, bin.scope, before).at(bin.list).state, State::tombstone);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{0});
}

void TestSyncTrash::law8_everyDeviceMustHavePassedTheDeletion() {
  Bin bin;
  Actor tablet("ann");  // another device of hers, offline since before the deletion
  bin.world.pull(tablet, bin.scope, 1);
  bin.pass(40);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{0});
  QCOMPARE(bin.state(bin.list), State::trashed);
  bin.know(tablet);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{1});
}

void TestSyncTrash::law8_aDeviceThatIsGoneDoesNotHoldTheTrash() {
  Bin bin;
  Actor lost("ann"), stranger("bob");
  bin.world.join(bin.scope, stranger, "member");
  bin.world.pull(lost, bin.scope, 1);
  bin.world.pull(stranger, bin.scope, 1);
  bin.pass(89);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{0});
  // One left the scope, the other one was not seen for ninety days.
  bin.world.service.write(bin.scope, {},
                          [&](server::ScopeWriter& writer) { writer.removeMember(stranger.who.account); });
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{0});
  bin.pass(2);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{1});
}

void TestSyncTrash::law8_whatComesFromTheTrashHasItsContent() {
  Bin bin;
  bin.pass(20);
  model::Mutation back = bin.ann.edit(bin.scope, "lists", bin.list, {});
  back.op = model::Op::restore;
  QCOMPARE(bin.world.one(bin.ann, back).outcome, Outcome::applied);
  const model::Record row = bin.world.row(bin.scope, "lists", bin.list);
  QCOMPARE(row.state, State::live);
  QCOMPARE(row.text("description"), std::string_view("secret words"));
  bin.pass(60);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{0});
}

void TestSyncTrash::law8_whatCameBackMeanwhileStays() {
  Bin bin;
  Actor tablet("ann");
  tablet.base = 1;  // it does not know of the deletion
  bin.world.one(tablet, tablet.edit(bin.scope, "lists", bin.list, {text("name", "Saturday")}));
  QCOMPARE(bin.state(bin.list), State::live);
  bin.pass(120);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{0});
}

void TestSyncTrash::law8_aDeletionThatArrivesLateCountsFromItsArrival() {
  Bin bin;
  const Uuid other = newId();
  bin.world.one(bin.ann, bin.ann.create(bin.scope, "lists", other, {text("name", "Monday")}));
  bin.know(bin.ann);
  const std::int64_t deletedAt = bin.ann.clockMs;
  bin.pass(40);
  bin.ann.clockMs = deletedAt;  // deleted offline, forty days ago
  bin.remove(other);
  bin.pass(1);
  bin.know(bin.ann);
  purgeAllTrash(bin.world.service);
  QCOMPARE(bin.state(other), State::trashed);
  QCOMPARE(bin.state(bin.list), State::tombstone);
  bin.pass(30);
  bin.know(bin.ann);
  purgeAllTrash(bin.world.service);
  QCOMPARE(bin.state(other), State::tombstone);
}

void TestSyncTrash::law8_anEditOfAPurgedRecordIsHeldAndItsCopyMadeAgain() {
  Bin bin;
  Actor tablet("ann");
  tablet.base = 1;
  bin.pass(100);
  bin.know(bin.ann);
  purgeAllTrash(bin.world.service);
  const auto held =
      bin.world.one(tablet, tablet.edit(bin.scope, "lists", bin.list, {text("name", "Saturday")}));
  QCOMPARE(held.outcome, Outcome::held);
  QCOMPARE(held.reason->code, Code::gone);
  QVERIFY(held.reason->message.find("create it again from your copy") != std::string::npos);
  const auto made = bin.world.one(
      tablet,
      tablet.create(bin.scope, "lists", bin.list, {text("name", "Saturday"), text("description", "mine")}));
  QVERIFY(made.outcome != Outcome::held);
  const model::Record row = bin.world.row(bin.scope, "lists", bin.list);
  QCOMPARE(row.state, State::live);
  QCOMPARE(row.text("name"), std::string_view("Saturday"));
  QCOMPARE(row.text("description"), std::string_view("mine"));
}

void TestSyncTrash::law8_whatAParentHidesGoesWithIt() {
  Bin bin;
  const Uuid list = newId();
  bin.world.one(bin.ann, bin.ann.create(bin.scope, "lists", list, {text("name", "Long")}));
  std::vector<Uuid> items;
  for (int i = 0; i < 5; ++i) {
    const Uuid title = newId();
    items.push_back(crypto::derivedId(bin.scope, "list_items", {list.str(), title.str()}));
    bin.world.one(bin.ann, bin.ann.create(bin.scope, "list_items", items.back(),
                                          {{.field = "list", .value = list},
                                           {.field = "title_id", .value = title},
                                           text("title", "Heat"),
                                           text("kind", "movie")}));
  }
  bin.know(bin.ann);
  bin.remove(list);
  QCOMPARE(bin.world.row(bin.scope, "list_items", items[0]).state, State::live);
  bin.pass(40);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service, {.batch = 2}), std::size_t{7});
  for (const Uuid& item : items) {
    QCOMPARE(bin.world.row(bin.scope, "list_items", item).state, State::tombstone);
    QVERIFY(empty(bin.world.row(bin.scope, "list_items", item)));
  }
}

void TestSyncTrash::law8_conflictsAndHistoryGoWithTheContent() {
  Bin bin;
  Actor tablet("ann");
  const Uuid list = newId();
  bin.world.one(bin.ann, bin.ann.create(bin.scope, "lists", list, {text("name", "First")}));
  tablet.base = bin.ann.base = bin.head();
  bin.world.one(bin.ann, bin.ann.edit(bin.scope, "lists", list, {text("name", "Second")}));
  bin.world.one(tablet, tablet.edit(bin.scope, "lists", list, {text("name", "Third")}));
  QCOMPARE(bin.world.rows(bin.scope, "conflicts").size(), std::size_t{1});
  bin.know(bin.ann);
  bin.know(tablet);
  bin.remove(list);
  bin.pass(40);
  bin.know(bin.ann);
  bin.know(tablet);
  purgeAllTrash(bin.world.service);
  QCOMPARE(bin.state(list), State::tombstone);
  QVERIFY(bin.world.rows(bin.scope, "conflicts").empty());
  for (const auto& [id, row] : bin.world.pull(bin.ann, bin.scope, 1)) {
    if (row.state == State::tombstone) QVERIFY(empty(row));
  }
  const server::RecordKey key{&schema::collection("lists"), list};
  QVERIFY(bin.world.store.history(bin.scope, key, INT64_MAX, 10).empty());
}

void TestSyncTrash::law8_purgingGoesInBatchesAndGoesOn() {
  Bin bin;
  std::vector<Uuid> lists;
  for (int i = 0; i < 6; ++i) {
    bin.world.one(bin.ann,
                  bin.ann.create(bin.scope, "lists", lists.emplace_back(newId()), {text("name", "x")}));
    bin.know(bin.ann);
    bin.remove(lists.back());
  }
  bin.pass(40);
  bin.know(bin.ann);
  const server::TrashPolicy policy{.batch = 3};
  const server::Purged first =
      server::purgeTrash(bin.world.service, bin.scope, policy);  // and then it is cut off
  QCOMPARE(first.records, std::size_t{3});
  QVERIFY(first.more);
  QCOMPARE(purgeAllTrash(bin.world.service, policy), std::size_t{4});
  QVERIFY(!server::purgeTrash(bin.world.service, bin.scope, policy).more);
}

void TestSyncTrash::law10_digestsStayEqualOverAPurge() {
  Bin bin;
  bin.world.one(bin.ann, bin.ann.create(bin.scope, "lists", newId(), {text("name", "Stays")}));
  bin.pass(40);
  bin.know(bin.ann);
  QCOMPARE(purgeAllTrash(bin.world.service), std::size_t{1});
  QCOMPARE(bin.world.pull(bin.ann, bin.scope).size(), std::size_t{1});  // compares the digest
}

QTEST_GUILESS_MAIN(TestSyncTrash)
#include "test_sync_trash.moc"
