// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "schema/collections.hpp"
#include "server/db/migrate.hpp"
#include "server/db/notifier.hpp"
#include "server/db/pg_store.hpp"
#include "temp_postgres.hpp"

using namespace foyer;
using namespace foyer::server;

/// What only PostgreSQL can get wrong: connections that go away, transactions that fail, several processes.
class TestServerPgStore : public QObject {
  Q_OBJECT
 private slots:
  void nothingIsStoredWhenTheWorkThrows();
  void aLostConnectionIsReplaced();
  void theLockOrdersWriters();
  void outsidersLeaveNoRow();
  void aJobIsTakenOnce();
  void everyFieldSurvives();
  void processesHearOfEachOther();
};

namespace {

void prepare(const std::string& connection) {
  if (const auto done = migrate(connection); !done) throw std::runtime_error(done.error().message);
}

test::TempDatabase database() { return test::TempPostgres::shared().clone("foyer", prepare); }

Uuid newId() { return Uuid::v7(1'750'000'000'000); }

void birth(ScopeTx& tx) {
  tx.row().kind = schema::Scope::person;
  ++tx.row().head;
}

class Heard {
 public:
  void take(const ScopeChange& change) {
    const std::lock_guard lock(m_mutex);
    m_heads[change.scope] = change;
    m_signal.notify_all();
  }
  bool waitFor(const Uuid& scope, std::int64_t head) {
    std::unique_lock lock(m_mutex);
    return m_signal.wait_for(lock, std::chrono::seconds(20), [&] { return m_heads[scope].head >= head; });
  }
  ScopeChange last(const Uuid& scope) {
    const std::lock_guard lock(m_mutex);
    return m_heads[scope];
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_signal;
  std::map<Uuid, ScopeChange> m_heads;
};

}  // namespace

void TestServerPgStore::nothingIsStoredWhenTheWorkThrows() {
  const test::TempDatabase db = database();
  PgStore store(db.connection());
  const Uuid scope = newId();
  const auto fails = [&](ScopeTx& tx) {
    birth(tx);
    tx.setMember(newId(), "owner");
    throw std::runtime_error("no");
  };
  QVERIFY_EXCEPTION_THROWN(store.withScope(scope, {}, fails), std::runtime_error);
  QVERIFY(!store.scope(scope).has_value());
  store.withScope(scope, {}, birth);  // and the connection is still good, the lock free
  QCOMPARE(store.scope(scope)->head, std::int64_t{1});
}

void TestServerPgStore::aLostConnectionIsReplaced() {
  const test::TempDatabase db = database();
  PgStore store(db.connection());
  const Uuid scope = newId();
  store.withScope(scope, {}, birth);
  test::TempPostgres::shared().execute(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + db.name() + "'");
  store.withScope(scope, {}, [](ScopeTx& tx) { ++tx.row().head; });
  QCOMPARE(store.scope(scope)->head, std::int64_t{2});
}

void TestServerPgStore::theLockOrdersWriters() {
  const test::TempDatabase db = database();
  PgStore store(db.connection());
  const Uuid scope = newId();
  constexpr int kThreads = 6;
  constexpr int kEach = 20;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    // The first ones race to make the row.
    threads.emplace_back([&] {
      for (int n = 0; n < kEach; ++n) store.withScope(scope, {}, birth);
    });
  }
  for (std::thread& t : threads) t.join();
  QCOMPARE(store.scope(scope)->head, std::int64_t{kThreads * kEach});
}

void TestServerPgStore::outsidersLeaveNoRow() {
  const test::TempDatabase db = database();
  PgStore store(db.connection());
  const Uuid scope = newId();
  Want want;
  want.account = newId();
  want.device = newId();
  store.withScope(scope, want, [](ScopeTx& tx) { QVERIFY(!tx.born()); });
  QVERIFY(store.heads(std::vector<Uuid>{scope}).empty());
}

void TestServerPgStore::aJobIsTakenOnce() {
  const test::TempDatabase db = database();
  PgStore store(db.connection());
  const Uuid scope = newId();
  constexpr int kJobs = 40;
  store.withScope(scope, {}, [&](ScopeTx& tx) {
    birth(tx);
    for (int i = 0; i < kJobs; ++i) tx.queue({.kind = "test", .scope = scope, .payload = std::to_string(i)});
  });
  std::atomic<int> taken = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      while (const auto job = store.claimJob(1000, 2000)) {
        ++taken;
        store.finishJob(job->id);
      }
    });
  }
  for (std::thread& t : threads) t.join();
  QCOMPARE(taken.load(), kJobs);
  QVERIFY(!store.claimJob(3000, 4000).has_value());
}

void TestServerPgStore::everyFieldSurvives() {
  const test::TempDatabase db = database();
  PgStore store(db.connection());
  const Uuid scope = newId();
  std::vector<model::Record> written;
  store.withScope(scope, {}, [&](ScopeTx& tx) {
    if (!written.empty()) written.clear();
    birth(tx);
    for (const schema::Collection& collection : schema::collections()) {
      for (const bool empty : {false, true}) {
        merge::ServerRecord record;
        record.row = model::Record(collection, scope, newId());
        record.row.version = 1;
        record.row.createdMs = 5;
        record.row.updatedMs = 6;
        for (std::size_t i = 0; i < collection.fields.size() && !empty; ++i) {
          model::Value& value = record.row.fields[i];
          switch (collection.fields[i].type) {
            case schema::Type::integer:
            case schema::Type::time:
              value = std::int64_t{-7'000'000'000};
              break;
            case schema::Type::boolean:
              value = std::int64_t{1};
              break;
            case schema::Type::ref:
            case schema::Type::id:
              value = newId();
              break;
            case schema::Type::textSet:
              value = model::makeSet({"a \"b\"", "\\c, {d}", "é"});
              break;
            case schema::Type::json:
              value = std::string("{\"k\":[1,\"\\n\"]}");
              break;
            case schema::Type::bytes:
              value = Bytes{0, 255, 92, 39};
              break;
            default:
              value = std::string("Ünïcode 'quotes' \"\\ \t{},NULL\n");
              break;
          }
        }
        written.push_back(record.row);
        tx.put(std::move(record));
      }
    }
  });
  std::map<Uuid, model::Record> exported;
  const auto row = store.exportScope(scope, [&](const model::Record& r) { exported[r.id] = r; });
  PageRequest request;
  request.scope = scope;
  const auto page = store.readPage(request);
  std::map<Uuid, model::Record> paged;
  for (model::Record& r : page->records()) paged[r.id] = std::move(r);
  QCOMPARE(exported.size(), written.size());
  QCOMPARE(paged.size(), written.size());
  model::Digest sum;
  for (const model::Record& r : written) {
    QVERIFY2(exported.at(r.id).fields == r.fields, std::string(r.collection->name).c_str());
    QVERIFY2(paged.at(r.id).fields == r.fields, std::string(r.collection->name).c_str());
    sum += model::rowHash(r);
  }
  QVERIFY(row->digest == sum);
  // What goes to the wire without records in between says the same.
  protocol::PageHeader header;
  header.scope = scope;
  header.head = 1;
  protocol::PageWriter writer(header);
  page->write(writer);
  const protocol::Frame frame = writer.finish();
  const auto message = protocol::decodeServer(frame.bytes, frame.binary);
  QVERIFY2(message.ok(), message.ok() ? "" : (message.error().field + message.error().message).c_str());
  for (const model::Record& r : std::get<protocol::Page>(*message).rows) {
    QVERIFY2(r.fields == paged.at(r.id).fields, std::string(r.collection->name).c_str());
  }
}

void TestServerPgStore::processesHearOfEachOther() {
  const test::TempDatabase db = database();
  Heard here;
  Heard there;
  Notifier one(db.connection(), [&](const ScopeChange& change) { here.take(change); });
  Notifier two(db.connection(), [&](const ScopeChange& change) { there.take(change); });
  QTRY_VERIFY_WITH_TIMEOUT(one.listening() && two.listening(), 20'000);
  const Uuid scope = newId();
  for (int head = 1; head <= 50; ++head) one.tell({scope, head, head == 20, false, {}});
  QVERIFY(there.waitFor(scope, 50));
  QCOMPARE(here.last(scope).head, std::int64_t{0});  // its own commits it knows already
  test::TempPostgres::shared().execute(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + db.name() + "'");
  // It listens again by itself; until then hints are lost, so repeat ours until it is heard.
  bool again = false;
  for (int i = 0; i < 200 && !again; ++i) {
    two.tell({scope, 60 + i, true, false, {}});
    QTest::qWait(50);
    again = here.last(scope).head >= 60;
  }
  QVERIFY(again);
  QVERIFY(here.last(scope).members);
}

QTEST_GUILESS_MAIN(TestServerPgStore)
#include "test_server_pg_store.moc"
