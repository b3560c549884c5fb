// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <future>
#include <pqxx/pqxx>
#include <set>
#include <thread>

#include "schema/collections.hpp"
#include "server/db/pg_store.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

/// Another server process on the same database.
struct OtherServer {
  explicit OtherServer(World& w) : store(w.owned->connection()), service(store, w.clock, w.rules) {}
  server::PgStore store;
  server::SyncService service;
};

void putList(server::ScopeWriter& writer, const Uuid& id) {
  model::Record list(schema::collection("lists"), writer.tx().row().scope, id);
  list.at("name") = std::string("made by a server");
  writer.put(list);
}

/// Waits until so many transactions of the database wait for a lock.
bool waitForBlocked(const std::string& connection, int count) {
  pqxx::connection db(connection);
  for (int i = 0; i < 2'000; ++i) {
    pqxx::work tx(db);
    const int waiting = tx.exec1(
                              "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                              "wait_event_type = 'Lock'")[0]
                            .as<int>();
    tx.commit();
    if (waiting >= count) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

}  // namespace

/// Law 6 with several server processes on one PostgreSQL.
class TestSyncServers : public QObject {
  Q_OBJECT
 private slots:
  /// A holds the scope and has not committed, B waits behind it, a reader pulls all the while.
  void law6_aReaderMissesNothingWhileWritersWait() {
    World w;
    Actor ann("ann");
    const Uuid scope = w.person(ann);
    OtherServer a(w), b(w), reader(w);
    const std::int64_t before = w.store.scope(scope)->head;
    const Uuid slow = newId(), quick = newId();
    std::promise<void> inside, leave;
    std::thread first([&] {
      a.service.write(scope, {}, [&](server::ScopeWriter& writer) {
        putList(writer, slow);
        inside.set_value();
        leave.get_future().wait();
      });
    });
    inside.get_future().wait();
    std::thread second(
        [&] { b.service.write(scope, {}, [&](server::ScopeWriter& writer) { putList(writer, quick); }); });
    std::set<Uuid> seen;
    std::int64_t cursor = before;
    bool ahead = false;
    const auto pull = [&] {
      protocol::Pull request;
      request.scope = scope;
      request.epoch = 1;
      request.from.since = cursor;
      const auto page = reader.service.pull(ann.who, request).value().message();
      for (const model::Record& row : page.rows) seen.insert(row.id);
      cursor = page.header.head;
      ahead = ahead || (seen.contains(quick) && !seen.contains(slow));
    };
    const bool blocked = waitForBlocked(w.owned->connection(), 1);
    for (int i = 0; i < 20; ++i) pull();
    const std::int64_t meanwhile = cursor;
    const bool nothing = seen.empty();
    leave.set_value();
    // From here on they may commit at any moment between two pulls.
    for (int i = 0; i < 2'000 && seen.size() < 2; ++i) pull();
    first.join();
    second.join();
    pull();
    QVERIFY(blocked);  // B did wait: whoever numbers later commits later
    QVERIFY(nothing);
    QCOMPARE(meanwhile, before);
    QVERIFY(!ahead);
    QVERIFY(seen.contains(slow) && seen.contains(quick));
    QCOMPARE(cursor, before + 2);
    QVERIFY(w.row(scope, "lists", slow).version < w.row(scope, "lists", quick).version);
  }

  /// The one that was waited for goes away without a commit: its number is given to the next.
  void law6_aWriterThatFailsLeavesNoGap() {
    World w;
    Actor ann("ann");
    const Uuid scope = w.person(ann);
    OtherServer a(w), b(w);
    const std::int64_t before = w.store.scope(scope)->head;
    const Uuid lost = newId(), kept = newId();
    std::promise<void> inside, leave;
    std::thread first([&] {
      try {
        a.service.write(scope, {}, [&](server::ScopeWriter& writer) {
          putList(writer, lost);
          inside.set_value();
          leave.get_future().wait();
          throw std::runtime_error("changed its mind");
        });
      } catch (const std::runtime_error&) {
      }
    });
    inside.get_future().wait();
    std::thread second(
        [&] { b.service.write(scope, {}, [&](server::ScopeWriter& writer) { putList(writer, kept); }); });
    const bool blocked = waitForBlocked(w.owned->connection(), 1);
    leave.set_value();
    first.join();
    second.join();
    QVERIFY(blocked);
    QCOMPARE(w.store.scope(scope)->head, before + 1);
    const auto rows = w.pull(ann, scope, before);  // checks the digest too
    QVERIFY(rows.contains(kept) && !rows.contains(lost));
  }
};

QTEST_GUILESS_MAIN(TestSyncServers)
#include "test_sync_servers.moc"
