// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/sync/live_hub.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

/// Law 6 for who is told: followers of a scope get each commit, once, and none beside it.
class TestSyncFollowers : public QObject {
  Q_OBJECT
 private slots:
  void followersGetEveryCommitOnce();
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

void TestSyncFollowers::followersGetEveryCommitOnce() {
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

void TestSyncFollowers::aFollowerThatJoinsMissesNothing() {
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

void TestSyncFollowers::aSlowFollowerIsToldToPull() {
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

void TestSyncFollowers::aRemovedFollowerIsCutOffAndToldToSayHello() {
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

QTEST_APPLESS_MAIN(TestSyncFollowers)
#include "test_sync_followers.moc"
