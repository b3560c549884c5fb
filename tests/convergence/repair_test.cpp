// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "generated_server.hpp"
#include "random_record.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kFewRows = 20'000;
constexpr std::int64_t kMostBytes = 256 * 1024;

/// FOYER_ROWS sets the size of the replica: a million in the long run.
std::int64_t replicaRows() {
  bool set = false;
  const int wanted = qEnvironmentVariableIntValue("FOYER_ROWS", &set);
  return set ? wanted : kFewRows;
}

class Silent final : public sync::StatusSink {
  void statusChanged(const sync::Status&) override {}
};

/// A device that has everything the server has, with a second way into its database.
struct Replica {
  explicit Replica(std::int64_t rows) : server(scope, rows) {
    store::Store::Options options;
    options.file = std::filesystem::path(dir.path().toStdString()) / "foyer.sqlite";
    options.device = Uuid::v7(7);
    options.clock = &clock;
    options.fullSync = false;
    store = std::move(store::Store::open(options)->store);
    engine = std::make_unique<sync::Engine>(
        *store, server, sink, corrected,
        sync::Engine::Options{"repair", options.device, [this] { return random(); }});
    engine->start();
    engine->connected();
    server.answer(*engine, 1'000'000);
    if (sqlite3_open(options.file.c_str(), &raw) != SQLITE_OK) throw std::runtime_error("no second way in");
    server.bytes = server.roundTrips = 0;
  }
  ~Replica() { sqlite3_close(raw); }
  void behindTheBack(const std::string& sql) {
    char* why = nullptr;
    if (sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, &why) != SQLITE_OK)
      throw std::runtime_error(why ? why : "refused");
  }
  /// Changes the one row that is kept below a pending change.
  void appendToTruth(const std::vector<std::uint8_t>& more) {
    sqlite3_stmt* s = nullptr;
    sqlite3_prepare_v2(raw, "SELECT row FROM local_truth", -1, &s, nullptr);
    if (sqlite3_step(s) != SQLITE_ROW) throw std::runtime_error("nothing is pending");
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(s, 0));
    std::vector<std::uint8_t> row(bytes, bytes + sqlite3_column_bytes(s, 0));
    sqlite3_finalize(s);
    row.insert(row.end(), more.begin(), more.end());
    sqlite3_prepare_v2(raw, "UPDATE local_truth SET row = ?", -1, &s, nullptr);
    sqlite3_bind_blob(s, 1, row.data(), static_cast<int>(row.size()), nullptr);
    if (sqlite3_step(s) != SQLITE_DONE) throw std::runtime_error("refused");
    sqlite3_finalize(s);
  }
  /// Reads every row again, slice by slice, and has what was found compared with the server.
  std::int64_t scrubAll() {
    std::int64_t changed = 0;
    for (bool round = false; !round;) {
      const auto slice = store->scrub(5'000);
      changed += slice.changed;
      round = slice.round;
      for (const Uuid& found : slice.scopes) engine->recheck(found);
      server.answer(*engine, 10'000);
    }
    return changed;
  }
  bool sameAsServer() {
    std::int64_t number = 0;
    bool same = true;
    store->exportScope(scope, [&](std::string_view line) {
      same = same && line == protocol::exportLine(server.row(++number));
    });
    return same && number == server.rows();
  }

  QTemporaryDir dir;
  Uuid scope = Uuid::v7(1);
  ManualClock clock;
  sync::CorrectedClock corrected{clock};
  std::mt19937_64 random{1};
  Silent sink;
  GeneratedServer server;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<sync::Engine> engine;
  sqlite3* raw = nullptr;
};

}  // namespace

/// Law 10: rows changed behind the store's back are noticed, and only they are fetched again.
class RepairTest : public QObject {
  Q_OBJECT

 private slots:
  void law10_tenChangedRowsAreNoticedAndRepairedWithFewBytes() {
    const std::int64_t rows = replicaRows();
    Replica r(rows);
    QVERIFY(r.engine->settled());
    std::mt19937_64 random(seedOfRun());
    std::set<std::int64_t> chosen;
    while (chosen.size() < 10)
      chosen.insert(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(rows)) + 1);
    for (const std::int64_t number : chosen)
      r.behindTheBack("UPDATE photos SET title = 'not what was written' WHERE version = " +
                      std::to_string(number));
    QVERIFY(!r.sameAsServer());
    const std::int64_t changed = r.scrubAll();
    QCOMPARE(changed, std::int64_t{10});
    QVERIFY(r.engine->settled());
    QVERIFY(r.sameAsServer());
    qInfo("10 of %lld rows repaired with %lld bytes in %d round trips", static_cast<long long>(rows),
          static_cast<long long>(r.server.bytes), r.server.roundTrips);
    QVERIFY(r.server.bytes <= kMostBytes);  // all of it, though each is found and repaired by itself
  }

  void law10_oneScrubOfAllRowsMovesLittle() {
    Replica r(replicaRows());
    for (int i = 0; i < 10; ++i)
      r.behindTheBack("UPDATE photos SET rating = 9 WHERE version = " +
                      std::to_string(1 + i * (r.server.rows() / 10)));
    const auto all = r.store->scrub(r.server.rows() * 2);
    QVERIFY(all.round && all.changed == 10);
    QCOMPARE(all.scopes, std::vector<Uuid>{r.scope});
    r.engine->recheck(r.scope);
    r.server.answer(*r.engine, 1'000);
    QVERIFY(r.engine->settled());
    QVERIFY(r.sameAsServer());
    qInfo("%lld rows: %lld bytes, %d round trips", static_cast<long long>(r.server.rows()),
          static_cast<long long>(r.server.bytes), r.server.roundTrips);
    QVERIFY(r.server.bytes <= kMostBytes);
    QVERIFY(r.server.roundTrips <= 8);
  }

  void law10_lostAndSwappedRowsAreFoundByTheirSum() {
    Replica r(2'000);
    r.behindTheBack("DELETE FROM photos WHERE version IN (5, 17, 1999)");
    r.behindTheBack("UPDATE photos SET version = 3 WHERE version = 77");
    QVERIFY(r.scrubAll() == 1);
    QVERIFY(r.engine->settled());
    QVERIFY(r.sameAsServer());
  }

  void law10_aDamagedHashIsNotBelieved() {
    Replica r(500);
    r.behindTheBack("UPDATE photos SET hash = zeroblob(16) WHERE version = 8");
    QCOMPARE(r.scrubAll(), std::int64_t{1});
    QVERIFY(r.engine->settled());
    QVERIFY(r.sameAsServer());
  }

  void law10_whatOnlyTheDeviceHasIsSetAside() {
    Replica r(1'000);
    r.behindTheBack(
        "INSERT INTO photos SELECT scope_id, zeroblob(16), version, state, created_at, updated_at, hothash, "
        "'typed here and nowhere else', description, tags, rating, taken_at, position, author, hotpreview, "
        "preview_profile, perceptual_hash, width, height, camera, place, pick, favourite, hash "
        "FROM photos WHERE version = 4");
    r.scrubAll();
    QVERIFY(r.engine->settled());
    QVERIFY(r.sameAsServer());
    const auto held = r.store->heldItems();
    QCOMPARE(held.size(), std::size_t{1});
    QCOMPARE(held[0].reason.code, Code::gone);
    QCOMPARE(held[0].mutation.op, model::Op::create);
    const auto shown = r.store->get(schema::collection("photos"), r.scope, held[0].mutation.id);
    QVERIFY(shown && shown->text("title") == "typed here and nowhere else");
  }

  void law10_ownChangesStayOnTopOfARepair() {
    Replica r(1'000);
    const Uuid id = r.server.row(12).id;
    store::Edit edit;
    edit.collection = &schema::collection("photos");
    edit.scope = r.scope;
    edit.id = id;
    edit.base = 1'000;
    edit.patches.push_back({edit.collection->find("title"), std::string("mine"), {}, {}, {}});
    QVERIFY(r.store->write(edit).ok());
    r.appendToTruth({0, 5, 1, 0, 0, 0, 0, 0, 0, 0, 4});  // the server's row below: rating 4
    r.behindTheBack("UPDATE photos SET rating = 9 WHERE version = 13");
    r.scrubAll();
    QVERIFY(r.sameAsServer());
    QCOMPARE(std::string(r.store->get(*edit.collection, r.scope, id)->text("title")), std::string("mine"));
  }
};

QTEST_GUILESS_MAIN(RepairTest)
#include "repair_test.moc"
