// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// The laws of sync that the server keeps, by number. Runs on the memory store and on PostgreSQL.
class TestSyncLaws : public QObject {
  Q_OBJECT
 private slots:
  void law4_aFastClockDecidesNothingAgainstKnowledge();
  void law4_theScopesClockNeverGoesBack();
  void law4_stampsOfADeviceStrictlyIncrease();
  void law5_aRepeatedPushGetsTheStoredOutcomes();
  void law5_aNumberIsNeverUsedForSomethingElse();
  void law5_aGapIsRefused();
  void law5_acknowledgedOutcomesAreStillKnown();
  void law5_heldOutcomesAreStoredToo();
  void law6_oneVersionPerPush();
  void law6_pagesOfAnySizeGiveTheSame();
  void law6_aPassGoesOnWhileOthersWrite();
  void law10_theDigestIsTheSumOfTheRows();
};

void TestSyncLaws::law4_aFastClockDecidesNothingAgainstKnowledge() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Entry entry = watchEntry(scope, "Heat");
  ann.clockMs += 10 * 365 * 86'400'000LL;  // ten years ahead
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  bob.base = w.store.scope(scope)->head;
  const auto result = w.one(
      bob, bob.edit(scope, "watch_entries", entry.id, {{.field = "title", .value = std::string("Heat 2")}}));
  QCOMPARE(result.outcome, Outcome::applied);
  QCOMPARE(w.row(scope, "watch_entries", entry.id).text("title"), std::string_view("Heat 2"));
  QVERIFY(w.store.scope(scope)->clock.ms() <= w.clock.wallMs() + 1);
}

void TestSyncLaws::law4_theScopesClockNeverGoesBack() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  const Hlc before = w.store.scope(scope)->clock;
  w.clock.jumpWall(-86'400'000);
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  QVERIFY(w.store.scope(scope)->clock >= before);
}

void TestSyncLaws::law4_stampsOfADeviceStrictlyIncrease() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  ann.clockMs -= 60'000;  // the device's clock went back; what it writes later is still later
  const auto result = w.one(ann, ann.edit(scope, "watch_entries", entry.id,
                                          {{.field = "status", .value = std::string("watching")}}));
  QCOMPARE(result.outcome, Outcome::applied);
  QCOMPARE(w.row(scope, "watch_entries", entry.id).text("status"), std::string_view("watching"));
}

void TestSyncLaws::law5_aRepeatedPushGetsTheStoredOutcomes() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry entry = watchEntry(scope, "Heat");
  const std::vector<model::Mutation> push = {
      ann.create(scope, "watch_entries", entry.id, entry.sets),
      ann.edit(scope, "watch_entries", entry.id, {{.field = "rating", .value = std::int64_t{80}}})};
  const auto first = w.push(ann, push);
  const auto head = w.store.scope(scope)->head;
  const auto second = w.push(ann, push);
  QCOMPARE(second.results.size(), std::size_t{2});
  for (std::size_t i = 0; i < 2; ++i) {
    QCOMPARE(second.results[i].outcome, first.results[i].outcome);
    QCOMPARE(second.results[i].version, first.results[i].version);
    QCOMPARE(second.results[i].seq, first.results[i].seq);
  }
  QCOMPARE(w.store.scope(scope)->head, head);
  // A push that overlaps: the known part is answered from the store, the rest applied.
  const auto more =
      ann.edit(scope, "watch_entries", entry.id, {{.field = "rating", .value = std::int64_t{90}}});
  const auto third = w.push(ann, {push[1], more});
  QCOMPARE(third.results.size(), std::size_t{2});
  QCOMPARE(third.lastSeq, std::uint64_t{3});
  QCOMPARE(w.row(scope, "watch_entries", entry.id).number("rating"), std::int64_t{90});
}

void TestSyncLaws::law5_aNumberIsNeverUsedForSomethingElse() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  ann.seq[scope] = 0;
  const Entry other = watchEntry(scope, "Ran");
  const auto mutation = ann.create(scope, "watch_entries", other.id, other.sets);
  QCOMPARE(w.pushFails(ann, {mutation}).code, Code::replayed);
  QCOMPARE(w.rows(scope, "watch_entries").size(), std::size_t{1});
}

void TestSyncLaws::law5_aGapIsRefused() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry entry = watchEntry(scope, "Heat");
  ann.seq[scope] = 4;
  QCOMPARE(w.pushFails(ann, {ann.create(scope, "watch_entries", entry.id, entry.sets)}).code,
           Code::sequenceGap);
  QVERIFY(w.rows(scope, "watch_entries").empty());
}

void TestSyncLaws::law5_acknowledgedOutcomesAreStillKnown() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry one = watchEntry(scope, "Heat");
  const Entry two = watchEntry(scope, "Ran");
  const auto first = ann.create(scope, "watch_entries", one.id, one.sets);
  w.push(ann, {first});
  w.push(ann, {ann.create(scope, "watch_entries", two.id, two.sets)}, 1);
  const auto again = w.push(ann, {first});
  QCOMPARE(again.results.at(0).outcome, Outcome::applied);
  auto humbler = first;
  humbler.base = 77;
  QCOMPARE(w.push(ann, {humbler}).results.at(0).version, again.results.at(0).version);
  auto forged = first;
  forged.stamp.value += 1;
  QCOMPARE(w.pushFails(ann, {forged}).code, Code::replayed);
}

void TestSyncLaws::law5_heldOutcomesAreStoredToo() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const auto bad =
      ann.edit(scope, "watch_entries", newId(), {{.field = "rating", .value = std::int64_t{50}}});
  const auto first = w.one(ann, bad);
  QCOMPARE(first.outcome, Outcome::held);
  const auto again = w.one(ann, bad);
  QCOMPARE(again.outcome, Outcome::held);
  QVERIFY(again.reason.has_value());
  QCOMPARE(again.reason->code, first.reason->code);
  QCOMPARE(again.reason->field, first.reason->field);
  QCOMPARE(again.reason->message, first.reason->message);
}

void TestSyncLaws::law6_oneVersionPerPush() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const auto head = w.store.scope(scope)->head;
  std::vector<model::Mutation> push;
  for (int i = 0; i < 20; ++i) {
    const Entry entry = watchEntry(scope, "Film " + std::to_string(i));
    push.push_back(ann.create(scope, "watch_entries", entry.id, entry.sets));
  }
  w.changes.clear();
  const auto result = w.push(ann, push);
  QCOMPARE(result.head, head + 1);
  for (const auto& r : result.results) QCOMPARE(r.version, head + 1);
  QCOMPARE(w.changes.size(), std::size_t{1});
  QCOMPARE(w.changes[0].head, head + 1);
}

void TestSyncLaws::law6_pagesOfAnySizeGiveTheSame() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  for (int round = 0; round < 5; ++round) {
    std::vector<model::Mutation> push;
    for (int i = 0; i < 7; ++i) {
      const Entry entry = watchEntry(scope, "Film " + std::to_string(round * 7 + i));
      push.push_back(ann.create(scope, "watch_entries", entry.id, entry.sets));
      push.push_back(ann.create(scope, "lists", newId(), {{.field = "name", .value = std::string("List")}}));
    }
    w.push(ann, push);
  }
  const auto whole = w.pull(ann, scope);
  QVERIFY(whole.size() > 70);
  for (const std::int64_t limit : {1, 2, 3, 7, 50}) {
    const auto paged = w.pull(ann, scope, 0, limit);
    QCOMPARE(paged.size(), whole.size());
    for (const auto& [id, record] : whole) QCOMPARE(paged.at(id).version, record.version);
  }
  const std::int64_t middle = w.store.scope(scope)->head - 2;
  for (const std::int64_t limit : {1, 5, 1000}) {
    const auto later = w.pull(ann, scope, middle, limit);
    QCOMPARE(later.size(), std::size_t{28});
    for (const auto& [id, record] : later) QVERIFY(record.version > middle);
  }
}

void TestSyncLaws::law6_aPassGoesOnWhileOthersWrite() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  std::vector<model::Mutation> push;
  std::vector<Uuid> ids;
  for (int i = 0; i < 30; ++i) {
    const Entry entry = watchEntry(scope, "Film " + std::to_string(i));
    ids.push_back(entry.id);
    push.push_back(ann.create(scope, "watch_entries", entry.id, entry.sets));
  }
  w.push(ann, push);
  std::map<Uuid, model::Record> seen;
  protocol::Pull pull{.scope = scope, .epoch = 1, .from = {}, .limit = 4, .follow = false};
  std::size_t next = 0;
  for (;;) {
    const auto page = w.service.pull(ann.who, pull);
    QVERIFY(page.ok());
    for (model::Record& record : page->message().rows) seen[record.id] = std::move(record);
    if (!page->header.more) {
      model::Digest sum;
      for (const auto& [id, record] : seen) sum += model::rowHash(record);
      QVERIFY(page->header.digest == sum);
      break;
    }
    pull.from = page->header.next;
    if (next < 12) {  // rows behind and ahead of the reader change meanwhile
      w.one(ann,
            ann.edit(scope, "watch_entries", ids[(next * 7) % ids.size()],
                     {{.field = "rating", .value = std::int64_t{10} + static_cast<std::int64_t>(next)}}));
      ++next;
    }
  }
  QCOMPARE(seen.size(), std::size_t{30});
}

void TestSyncLaws::law10_theDigestIsTheSumOfTheRows() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  for (int i = 0; i < 10; ++i) {
    const Entry entry = watchEntry(scope, "Film " + std::to_string(i));
    w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
    w.one(bob,
          bob.edit(scope, "watch_entries", entry.id, {{.field = "notes", .value = std::string("good")}}));
    ann.base = w.store.scope(scope)->head;
    if (i % 3 == 0) w.one(ann, ann.del(scope, "watch_entries", entry.id));
  }
  model::Digest sum;
  int rows = 0;
  const auto row = w.store.exportScope(scope, [&](const model::Record& record) {
    sum += model::rowHash(record);
    ++rows;
  });
  QVERIFY(row.has_value());
  QVERIFY(rows > 10);
  QVERIFY(row->digest == sum);
  QVERIFY(w.store.scope(scope)->digest == sum);
}

QTEST_APPLESS_MAIN(TestSyncLaws)
#include "test_sync_laws.moc"
