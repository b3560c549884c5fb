// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <utility>

#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Op;
using model::Outcome;

namespace {

const schema::Collection& lists() { return schema::collection("lists"); }

Uuid addItem(TempStore& s, const Uuid& list, std::string_view title) {
  store::Edit edit =
      makeEdit("list_items", s.person, {},
               {{"list", list},
                {"title_id", Uuid::v7(s.clock.wallMs())},
                {"title", std::string(title)},
                {"kind", std::string(schema::collection("list_items").find("kind")->values.front())}});
  edit.op = Op::create;
  edit.id = *model::naturalId(*edit.collection, s.person, edit.patches);
  if (const auto done = s->write(edit); !done) throw std::runtime_error(done.error().message);
  return edit.id;
}

Error refusal(std::string field = "name") { return {Code::invalidField, std::move(field), "Not this."}; }

}  // namespace

/// Law 9: one bad item blocks nothing but what depends on it.
class StoreHeldTest : public QObject {
  Q_OBJECT

 private slots:
  void dependentsWaitAsOneItem() {
    TempStore s;
    const Uuid list = s.addList("bad");
    s->nextPush(s.person, 1, 10'000);
    addItem(s, list, "waits for its list");
    s.edit("lists", list, {{"order_key", std::string("a")}});
    const Uuid free = s.addList("free");
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    QVERIFY(s->pendingOf(lists(), s.person, list) == store::Pending::held);
    QCOMPARE(textOf(s->get(lists(), s.person, list), "name"), std::string("bad"));  // shown, marked
    s.reopen();
    const auto items = s->heldItems();
    QCOMPARE(items.size(), 1u);
    QCOMPARE(items[0].waitingBehind, std::int64_t{2});
    QCOMPARE(items[0].reason.field, std::string("name"));
    QCOMPARE(s->scope(s.person)->held, std::int64_t{1});
    QCOMPARE(s->scope(s.person)->queued, std::int64_t{1});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 1u);
    QVERIFY(pushed[0].id == free);
    QCOMPARE(pushed[0].seq, 2u);
  }

  void discardCanBeTakenBack() {
    TempStore s;
    const Uuid list = s.addList("bad");
    addItem(s, list, "waits for its list");
    s->nextPush(s.person, 1, 10'000);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    const std::int64_t item = s->heldItems().at(0).localId;
    QVERIFY(s->discardHeld(item).ok());
    QVERIFY(s->heldItems().empty());
    QVERIFY(!s->get(lists(), s.person, list));
    QCOMPARE(s->scope(s.person)->queued + s->scope(s.person)->held, std::int64_t{0});
    s.reopen();
    QCOMPARE(s->discardedItems().size(), 1u);
    QCOMPARE(s->discardedItems()[0].waitingBehind, std::int64_t{1});
    QVERIFY(s->restoreDiscarded(item).ok());
    QVERIFY(!s->restoreDiscarded(item).ok());
    QCOMPARE(textOf(s->get(lists(), s.person, list), "name"), std::string("bad"));
    const auto items = s->heldItems();
    QCOMPARE(items.size(), 1u);
    QCOMPARE(items[0].waitingBehind, std::int64_t{1});
    QCOMPARE(items[0].reason.field, std::string("name"));
    QVERIFY(s->retryHeld(item).ok());
    QCOMPARE(s->nextPush(s.person, 10, 10'000).size(), 2u);
  }

  void discardedIsForgottenAfterThirtyDays() {
    TempStore s;
    const Uuid list = s.addList("bad");
    s->nextPush(s.person, 1, 10'000);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    const std::int64_t item = s->heldItems().at(0).localId;
    QVERIFY(s->discardHeld(item).ok());
    s.clock.advance(std::int64_t{31} * 24 * 3600 * 1000);
    s->tidy();
    QVERIFY(!s->restoreDiscarded(item).ok());
    QVERIFY(!s->get(lists(), s.person, list));
  }

  void retryGivesNewNumbersToAll() {
    TempStore s;
    const Uuid list = s.addList("bad");
    addItem(s, list, "item");
    s->nextPush(s.person, 10, 10'000);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()},
                               {2, Outcome::held, 0, Error{Code::dependsOnHeld, "", "Waits."}}});
    QCOMPARE(s->heldItems().size(), 1u);
    model::FieldPatch better;
    better.field = lists().find("name");
    better.value = std::string("good");
    QVERIFY(s->retryHeld(s->heldItems()[0].localId, {{better}}).ok());
    QVERIFY(s->heldItems().empty());
    QCOMPARE(textOf(s->get(lists(), s.person, list), "name"), std::string("good"));
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    QCOMPARE(pushed[0].seq, 3u);
    QCOMPARE(pushed[1].seq, 4u);
    QVERIFY(pushed[0].id == list && pushed[0].op == Op::create);
  }

  void retryRefusesWhatIsStillWrong() {
    TempStore s;
    const Uuid list = s.addList("bad");
    s->nextPush(s.person, 10, 10'000);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    model::FieldPatch worse;
    worse.field = lists().find("name");
    worse.value = std::string(1000, 'x');
    QVERIFY(s->retryHeld(s->heldItems()[0].localId, {{worse}}).error().code == Code::invalidField);
    QCOMPARE(textOf(s->get(lists(), s.person, list), "name"), std::string("bad"));
    QCOMPARE(s->heldItems().size(), 1u);
  }

  void correctingTheFieldInTheRecordsFormRetries() {
    TempStore s;
    const Uuid list = s.addList("bad");
    addItem(s, list, "item");
    s->nextPush(s.person, 1, 10'000);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    s.edit("lists", list, {{"order_key", std::string("a")}});  // another field: still waits
    QCOMPARE(s->heldItems().size(), 1u);
    s.edit("lists", list, {{"name", std::string("good")}});
    QVERIFY(s->heldItems().empty());
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 3u);
    QVERIFY(pushed[0].op == Op::create && pushed[0].seq == 2);
    QCOMPARE(std::get<std::string>(pushed[0].patches[0].value), std::string("good"));
  }

  void whatWasTypedLastIsShownAlsoOverARefusedValue() {
    TempStore s;
    const Uuid list = s.addList("bad");
    s->nextPush(s.person, 10, 10'000);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    store::Edit gone = makeEdit("lists", s.person, list, {});
    gone.op = Op::del;
    store::Edit again = makeEdit("lists", s.person, list, {{"name", std::string("again")}});
    again.op = Op::create;
    QVERIFY(s->write(gone).ok());
    QVERIFY(s->write(again).ok());
    s.edit("lists", list, {{"name", std::string("last")}});
    QCOMPARE(textOf(s->get(lists(), s.person, list), "name"), std::string("last"));
    const auto items = s->heldItems();
    QCOMPARE(items.size(), 1u);
    QCOMPARE(s->heldMutations(items[0].localId).size(), 3u);
  }

  void discardGoesBackToTheTruth() {
    TempStore s;
    const Uuid list = s.addList("a");
    s.push(), s.pull();
    s.edit("lists", list, {{"name", std::string("bad")}});
    s->nextPush(s.person, 10, 10'000);
    s->storeResults(s.person, {{2, Outcome::held, 0, refusal()}});
    s.edit("lists", list, {{"order_key", std::string("b")}});
    s.changedIds();
    QVERIFY(s->discardHeld(s->heldItems()[0].localId).ok());
    QCOMPARE(textOf(s->get(lists(), s.person, list), "name"), std::string("a"));
    QCOMPARE(textOf(s->get(lists(), s.person, list), "order_key"), std::string());
    QCOMPARE(s.changedIds(), std::vector<Uuid>{list});
    QVERIFY(s->nextPush(s.person, 10, 10'000).empty());
    QVERIFY(s.pull().verified);
  }

  void aRefusedFamilyHoldsWhatIsInIt() {
    TempStore s;
    const Uuid family = Uuid::v7(5);
    store::Edit head =
        makeEdit("families", family, family, {{"name", std::string("Ours")}, {"created_by", s.person}});
    head.op = Op::create;
    store::Edit list = makeEdit("lists", family, Uuid::v7(6), {{"name", std::string("Films")}});
    list.op = Op::create;
    QVERIFY(s->writeAll({head, list}).ok());
    s->nextPush(family, 1, 10'000);
    s->storeResults(family, {{1, Outcome::held, 0, Error{Code::quotaExceeded, "", "Too many families."}}});
    QVERIFY(s->nextPush(family, 10, 10'000).empty());
    QCOMPARE(s->heldItems()[0].waitingBehind, std::int64_t{1});
    s.addList("elsewhere");
    QCOMPARE(s->nextPush(s.person, 10, 10'000).size(), 1u);
    QVERIFY(s->discardHeld(s->heldItems()[0].localId).ok());
    QVERIFY(!s->scope(family) && !s->get(lists(), family, list.id));
    QVERIFY(!s->get(schema::collection("families"), family, family));
  }

  /// One refused list, and what is in it came in two pushes: one item, whatever it is that waits.
  void law9_aHeldParentWithAThousandChildrenIsOneItem() {
    TempStore s;
    const Uuid list = s.addList("bad");
    for (int i = 0; i < 500; ++i) addItem(s, list, "before " + std::to_string(i));
    QCOMPARE(s->nextPush(s.person, 300, 1 << 20).size(), 300u);
    std::vector<model::MutationResult> results{{1, Outcome::held, 0, refusal()}};
    for (std::uint64_t seq = 2; seq <= 300; ++seq)
      results.push_back({seq, Outcome::held, 0, Error{Code::dependsOnHeld, "list", "Waits for its list."}});
    s->storeResults(s.person, results);
    for (int i = 0; i < 500; ++i) addItem(s, list, "after " + std::to_string(i));
    for (int round = 0; round < 2; ++round) {
      const auto items = s->heldItems();
      QCOMPARE(items.size(), 1u);
      QCOMPARE(items[0].waitingBehind, std::int64_t{1'000});
      QCOMPARE(s->scope(s.person)->held, std::int64_t{1});
      QCOMPARE(s->scope(s.person)->queued, std::int64_t{0});
      QVERIFY(s->nextPush(s.person, 10, 10'000).empty());
      s.reopen();
    }
    QVERIFY(s->retryHeld(s->heldItems()[0].localId).ok());
    QVERIFY(s->heldItems().empty());
    QCOMPARE(s->nextPush(s.person, 2'000, 1 << 22).size(), 1'001u);
  }

  /// Counted in mutations decoded, so that it says the same on every machine.
  void law9_aThousandHeldAddNoWorkToWhatIsWrittenAndSent() {
    const auto decodedBy = [](std::uint64_t held) {
      TempStore s;
      std::vector<model::MutationResult> results;
      for (std::uint64_t seq = 1; seq <= held; ++seq) {
        s.addList("bad " + std::to_string(seq));
        results.push_back({seq, Outcome::held, 0, refusal()});
      }
      s->nextPush(s.person, held, 1 << 24);
      s->storeResults(s.person, results);
      s->scopes(), s->heldItems();  // known from now on
      const std::int64_t before = s->mutationsDecoded();
      std::uint64_t seq = held;
      for (int i = 0; i < 10; ++i) {
        const Uuid list = s.addList("free");
        s.edit("lists", list, {{"order_key", std::string("m")}});
        const auto push = s->nextPush(s.person, 10, 1 << 20);
        if (push.size() != 1 || push[0].id != list) return std::int64_t{-1};
        s->storeResults(s.person, {{++seq, Outcome::applied, i + 1, {}}});
        if (s->scopes().at(0).held != static_cast<std::int64_t>(held)) return std::int64_t{-2};
        if (s->heldItems().size() != held) return std::int64_t{-3};
      }
      return s->mutationsDecoded() - before;
    };
    const std::int64_t few = decodedBy(2);
    QVERIFY2(few > 0, qPrintable(QString::number(few)));
    QCOMPARE(decodedBy(1'000), few);
  }

  void theRevisionOfHeldItemsChangesWithThemOnly() {
    TempStore s;
    const Uuid list = s.addList("bad");
    s->nextPush(s.person, 1, 10'000);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    std::int64_t known = s->heldRevision();
    const auto changed = [&] { return std::exchange(known, s->heldRevision()) != known; };
    s.addList("free");
    s->nextPush(s.person, 1, 10'000);
    QVERIFY(!changed());
    addItem(s, list, "waits for its list");
    QVERIFY(changed());
    QVERIFY(!changed());
    s->storeResults(s.person, {{2, Outcome::held, 0, refusal()}});
    QVERIFY(changed());
    QVERIFY(s->discardHeld(s->heldItems()[0].localId).ok());
    QVERIFY(changed());
  }

  void whatWaitsSaysWhatFor() {
    TempStore s;
    const Uuid list = s.addList("bad");
    s->nextPush(s.person, 1, 10'000);
    const Uuid item = addItem(s, list, "waits for its list");
    const auto& items = schema::collection("list_items");
    QVERIFY(!s->unsentOf(items, s.person, item).at(0).behind);
    s->storeResults(s.person, {{1, Outcome::held, 0, refusal()}});
    const auto waiting = s->unsentOf(items, s.person, item);
    QCOMPARE(waiting.size(), 1u);
    QVERIFY(waiting[0].state == store::Pending::queued && waiting[0].behind);
    QVERIFY(waiting[0].behind->mutation.id == list);
    QCOMPARE(waiting[0].behind->reason.field, std::string("name"));
    QVERIFY(!s->unsentOf(lists(), s.person, list).at(0).behind);
  }
};

QTEST_GUILESS_MAIN(StoreHeldTest)
#include "store_held_test.moc"
