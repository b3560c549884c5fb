// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/sync/live_hub.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

/// Law 6 under fire: many writers of one scope, readers beside them, followers behind.
class TestSyncConcurrency : public QObject {
  Q_OBJECT
 private slots:
  void law6_aReaderNeverMissesAChange();
  void followersGetEveryCommitOnce();
  void whatACommitWroteIsWhatWouldBeRead();
  void aFollowerThatJoinsMissesNothing();
  void aSlowFollowerIsToldToPull();
  void aRemovedFollowerIsCutOffAndToldToSayHello();
};

namespace {

/// Keeps a live client's rows as a device would.
class Client final : public server::LiveSink {
 public:
  explicit Client(std::int64_t at = 0) : m_at(at) {}
  bool send(std::shared_ptr<const std::string> bytes, bool binary) override {
    const std::lock_guard lock(m_mutex);
    if (m_full) return false;
    const auto message = protocol::decodeServer(*bytes, binary);
    const auto& page = std::get<protocol::Page>(message.value());
    if (page.header.from == m_at) {
      m_at = page.header.head;
      for (const model::Record& row : page.rows) rows[row.id] = row;
      digest = page.header.digest;
      ++frames;
    } else if (page.header.head > m_at) {
      gap = true;
    }
    m_changed.notify_all();
    return true;
  }
  void stale(const Uuid&) override {
    const std::lock_guard lock(m_mutex);
    isStale = true;
    m_changed.notify_all();
  }
  void scopesChanged() override {
    const std::lock_guard lock(m_mutex);
    ++hellos;
    m_changed.notify_all();
  }
  template <class P>
  bool wait(P condition) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(20), condition);
  }
  bool reaches(std::int64_t head) {
    return wait([&] { return m_at >= head; });
  }
  void fill() {
    const std::lock_guard lock(m_mutex);
    m_full = true;
  }
  std::map<Uuid, model::Record> rows;
  std::optional<model::Digest> digest;
  int frames = 0;
  int hellos = 0;
  bool gap = false;
  bool isStale = false;

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::int64_t m_at;
  bool m_full = false;
};

/// Runs tasks on threads of its own; joins them at the end.
class Threads {
 public:
  ~Threads() { join(); }
  void join() {
    for (;;) {
      std::vector<std::thread> batch;
      {
        const std::lock_guard lock(m_mutex);
        batch.swap(m_threads);
      }
      if (batch.empty()) return;
      for (std::thread& t : batch) t.join();
    }
  }
  void run(std::function<void()> task) {
    const std::lock_guard lock(m_mutex);
    m_threads.emplace_back(std::move(task));
  }

 private:
  std::mutex m_mutex;
  std::vector<std::thread> m_threads;
};

/// A hub whose tasks end before it does.
struct Live {
  explicit Live(World& w)
      : hub(w.service, [this](std::function<void()> task) { threads.run(std::move(task)); }) {
    w.service.onCommitted([this](const server::ScopeChange& change) { hub.changed(change); });
  }
  ~Live() { threads.join(); }
  server::LiveHub hub;
  Threads threads;
};

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

void TestSyncConcurrency::followersGetEveryCommitOnce() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  Live live(w);
  server::LiveHub& hub = live.hub;
  std::vector<std::shared_ptr<Client>> clients;
  for (int i = 0; i < 10; ++i) {
    clients.push_back(std::make_shared<Client>());
    hub.connect(ann.who, clients.back());
    hub.follow(scope, ann.who, clients.back(), 0);
  }
  for (int i = 0; i < 30; ++i) {
    w.one(ann, ann.create(scope, "lists", newId(), {{.field = "name", .value = std::string("List")}}));
  }
  const std::int64_t head = w.store.scope(scope)->head;
  for (const auto& client : clients) {
    QVERIFY(client->reaches(head));
    QVERIFY(!client->gap);
    QVERIFY(client->digest == sum(client->rows));
    hub.disconnect(client);
  }
  QCOMPARE(hub.followers(), std::size_t{0});
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

void TestSyncConcurrency::aFollowerThatJoinsMissesNothing() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  Live live(w);
  server::LiveHub& hub = live.hub;
  std::vector<std::shared_ptr<Client>> clients;
  for (int i = 0; i < 20; ++i) {
    // Pull, commit in between, then follow from what was pulled.
    const std::int64_t at = w.store.scope(scope)->head;
    w.one(ann, ann.create(scope, "lists", newId(), {{.field = "name", .value = std::string("List")}}));
    clients.push_back(std::make_shared<Client>(at));
    hub.follow(scope, ann.who, clients.back(), at);
  }
  const std::int64_t head = w.store.scope(scope)->head;
  for (const auto& client : clients) {
    QVERIFY(client->reaches(head));
    QVERIFY(!client->gap);
    hub.disconnect(client);
  }
}

void TestSyncConcurrency::aSlowFollowerIsToldToPull() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.family(ann);
  Live live(w);
  server::LiveHub& hub = live.hub;
  const auto slow = std::make_shared<Client>();
  const auto quick = std::make_shared<Client>();
  slow->fill();
  hub.follow(scope, ann.who, slow, 0);
  hub.follow(scope, ann.who, quick, 0);
  w.one(ann, ann.create(scope, "lists", newId(), {{.field = "name", .value = std::string("List")}}));
  QVERIFY(slow->wait([&] { return slow->isStale; }));
  QVERIFY(quick->reaches(w.store.scope(scope)->head));
  QCOMPARE(hub.followers(), std::size_t{1});
  hub.disconnect(quick);
}

void TestSyncConcurrency::aRemovedFollowerIsCutOffAndToldToSayHello() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  Live live(w);
  server::LiveHub& hub = live.hub;
  const auto annsClient = std::make_shared<Client>();
  const auto bobsClient = std::make_shared<Client>();
  hub.connect(ann.who, annsClient);
  hub.connect(bob.who, bobsClient);
  hub.follow(scope, ann.who, annsClient, 0);
  hub.follow(scope, bob.who, bobsClient, 0);
  QVERIFY(bobsClient->reaches(w.store.scope(scope)->head));
  w.service.write(scope, {}, [&](server::ScopeWriter& writer) { writer.removeMember(bob.who.account); });
  QVERIFY(bobsClient->wait([&] { return bobsClient->hellos > 0; }));
  QVERIFY(annsClient->reaches(w.store.scope(scope)->head));
  const Uuid secret = newId();
  w.one(ann, ann.create(scope, "lists", secret, {{.field = "name", .value = std::string("Secret")}}));
  QVERIFY(annsClient->reaches(w.store.scope(scope)->head));
  QVERIFY(!bobsClient->rows.contains(secret));
  QCOMPARE(hub.followers(), std::size_t{1});
  hub.disconnect(annsClient);
  hub.disconnect(bobsClient);
}

QTEST_APPLESS_MAIN(TestSyncConcurrency)
#include "test_sync_concurrency.moc"
