// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <atomic>
#include <thread>

#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

/// Law 6 under fire: many writers of one scope, and readers beside them.
class TestSyncConcurrency : public QObject {
  Q_OBJECT
 private slots:
  void law6_aReaderNeverMissesAChange();
  void whatACommitWroteIsWhatWouldBeRead();
};

namespace {

model::Digest sum(const std::map<Uuid, model::Record>& rows) {
  model::Digest total;
  for (const auto& [id, row] : rows) total += model::rowHash(row);
  return total;
}

}  // namespace

void TestSyncConcurrency::law6_aReaderNeverMissesAChange() {
  constexpr int kWriters = 4;
  constexpr int kPushes = 25;
  World w;
  Actor owner("owner");
  const Uuid scope = w.family(owner);
  w.service.onCommitted({});
  std::vector<Actor> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back("writer " + std::to_string(i));
    w.join(scope, writers.back(), "member");
  }
  std::atomic<int> running = kWriters;
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (Actor& writer : writers) {
    threads.emplace_back([&] {
      try {
        for (int i = 0; i < kPushes; ++i) {
          // All write the same few films, so that merges read what others just wrote.
          const Entry entry = watchEntry(scope, "Film " + std::to_string(i % 5));
          auto sets = entry.sets;
          sets.push_back({.field = "rating", .value = std::int64_t{10 + i}});
          const auto result = w.push(
              writer,
              {writer.create(scope, "watch_entries", entry.id, sets),
               writer.create(scope, "lists", newId(), {{.field = "name", .value = std::string("List")}})});
          for (const auto& r : result.results) {
            if (r.outcome == model::Outcome::held) ++failures;
          }
        }
      } catch (const std::exception& e) {
        qWarning("%s", e.what());
        ++failures;
      }
      --running;
    });
  }
  std::map<Uuid, model::Record> seen;
  std::int64_t cursor = 0;
  bool digestsHeld = true;
  for (bool last = false;;) {
    protocol::Pull pull{.scope = scope, .epoch = 1, .from = {}, .limit = 7, .follow = false};
    pull.from.since = cursor;
    for (;;) {
      const auto page = w.service.pull(owner.who, pull);
      QVERIFY(page.ok());
      for (model::Record& record : page->message().rows) seen[record.id] = std::move(record);
      if (!page->header.more) {
        digestsHeld = digestsHeld && *page->header.digest == sum(seen);
        cursor = page->header.head;
        break;
      }
      pull.from = page->header.next;
    }
    if (last) break;
    last = running == 0;
  }
  for (std::thread& t : threads) t.join();
  QCOMPARE(failures.load(), 0);
  QVERIFY(digestsHeld);
  QCOMPARE(cursor, w.store.scope(scope)->head);
  std::size_t lists = 0;
  for (const auto& [id, row] : seen) lists += row.collection->name == "lists" ? 1 : 0;
  QCOMPARE(lists, static_cast<std::size_t>(kWriters * kPushes));
}

void TestSyncConcurrency::whatACommitWroteIsWhatWouldBeRead() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Uuid list = newId();
  const auto name = [](std::string text) {
    return std::vector<Set>{{.field = "name", .value = std::move(text)}};
  };
  const std::vector<std::function<void()>> steps = {
      [&] { w.one(ann, ann.create(scope, "lists", list, name("List"))); },
      [&] { w.one(ann, ann.edit(scope, "lists", list, name("Ann's list"))); },
      [&] { w.one(bob, bob.edit(scope, "lists", list, name("Bob's list"))); },  // knew nothing: a conflict
      [&] {
        w.push(ann, {ann.create(scope, "lists", newId(), name("A")),
                     ann.create(scope, "lists", newId(), name("B"))});
      },
      [&] { ann.base = w.store.scope(scope)->head; },
      [&] { w.one(ann, ann.del(scope, "lists", list)); },
  };
  std::size_t seen = w.changes.size();
  for (const auto& step : steps) {
    step();
    if (w.changes.size() == seen) continue;
    QCOMPARE(w.changes.size(), ++seen);
    const server::ScopeChange& change = w.changes.back();
    QVERIFY(change.rows);
    const protocol::Page told = server::SyncService::changes(change.rows).message();
    const protocol::Page read = w.service.changes(scope, change.rows->from)->message();
    QCOMPARE(protocol::encode(protocol::ServerMessage(told)).bytes,
             protocol::encode(protocol::ServerMessage(read)).bytes);
  }
  QCOMPARE(seen, w.changes.size());
}

QTEST_APPLESS_MAIN(TestSyncConcurrency)
#include "test_sync_concurrency.moc"
