// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <mutex>
#include <thread>

#include "crypto/derived_id.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

namespace {

/// A title in a list that may not be there yet.
model::Mutation listItem(Actor& who, const Uuid& scope, const Uuid& list, const Uuid& heat) {
  return who.create(scope, "list_items", crypto::derivedId(scope, "list_items", {list.str(), heat.str()}),
                    {{.field = "list", .value = list},
                     {.field = "title_id", .value = heat},
                     {.field = "title", .value = std::string("Heat")},
                     {.field = "kind", .value = std::string("movie")}});
}

bool same(const std::vector<model::MutationResult>& a, const std::vector<model::MutationResult>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.seq == y.seq && x.outcome == y.outcome && x.version == y.version &&
           x.reason.has_value() == y.reason.has_value();
  });
}

}  // namespace

/// Law 5: exactly once, whatever is repeated. Runs on the memory store and on PostgreSQL.
class TestSyncOutcomes : public QObject {
  Q_OBJECT
 private slots:
  void law5_parallelPushesGetTheSameOutcomes();
  void law5_aRetriedHeldMutationIsNotAnsweredWithItsOldOutcome();
  void law5_outcomesAreKeptUntilTheyAreAcknowledged();
};

void TestSyncOutcomes::law5_parallelPushesGetTheSameOutcomes() {
  World w;
  w.service.onCommitted({});
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  std::vector<model::Mutation> push;
  for (int i = 0; i < 10; ++i) {
    const Entry entry = watchEntry(scope, "Film " + std::to_string(i));
    push.push_back(ann.create(scope, "watch_entries", entry.id, entry.sets));
  }
  push.push_back(listItem(ann, scope, newId(), newId()));  // held
  std::mutex mutex;
  std::vector<std::vector<model::MutationResult>> answers;
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i) {
    threads.emplace_back([&] {
      const auto answer = w.push(ann, push);
      const std::lock_guard lock(mutex);
      answers.push_back(answer.results);
    });
  }
  for (std::thread& thread : threads) thread.join();
  QCOMPARE(answers.size(), 6u);
  for (const auto& answer : answers) QVERIFY(same(answer, answers.front()));
  QCOMPARE(answers.front().back().outcome, Outcome::held);
  QCOMPARE(w.rows(scope, "watch_entries").size(), 10u);
  QCOMPARE(w.store.scope(scope)->head, answers.front().front().version);
}

void TestSyncOutcomes::law5_aRetriedHeldMutationIsNotAnsweredWithItsOldOutcome() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  const Uuid list = newId(), heat = newId();
  const auto first = listItem(ann, scope, list, heat);
  const auto held = w.one(ann, first);
  QCOMPARE(held.outcome, Outcome::held);
  QCOMPARE(held.reason->code, Code::missingParent);
  w.one(ann, ann.create(scope, "lists", list, {{.field = "name", .value = std::string("Sunday")}}));
  QCOMPARE(w.one(ann, first).outcome, Outcome::held);                                // a repetition
  QCOMPARE(w.one(ann, listItem(ann, scope, list, heat)).outcome, Outcome::applied);  // a new number
}

void TestSyncOutcomes::law5_outcomesAreKeptUntilTheyAreAcknowledged() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  const auto bad = listItem(ann, scope, newId(), newId());
  QCOMPARE(w.one(ann, bad).outcome, Outcome::held);
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  QVERIFY(w.one(ann, bad).reason.has_value());
  w.push(ann,
         {ann.edit(scope, "watch_entries", entry.id, {{.field = "title", .value = std::string("Heat 2")}})},
         ann.seq[scope] - 1);
  const auto after = w.one(ann, bad);  // the hash and the outcome stay, the words go
  QCOMPARE(after.outcome, Outcome::held);
  auto other = bad;
  other.patches.pop_back();
  QCOMPARE(w.pushFails(ann, {other}).code, Code::replayed);
}

QTEST_GUILESS_MAIN(TestSyncOutcomes)
#include "test_sync_outcomes.moc"
