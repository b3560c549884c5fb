// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <thread>

#include "backed_up.hpp"
#include "protocol/codec.hpp"

using namespace foyer;
using namespace foyer::test;
using namespace foyer::server;
namespace fs = std::filesystem;

/// Law 11: backup and restore.
class BackupTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_whatWasSavedComesBack();
  void law11_aRestoreOpensAnEpochInEveryScope();
  void law11_aBackupUnderLoadIsConsistent();
  void law11_nothingIsOverwritten();
  void law11_aDamagedBackupIsRefused();
  void law11_aLedgerThatGrewIsKept();
  void law11_aRestoreThatWasCutOffIsFinishedOrGone();
};

void BackupTest::law11_whatWasSavedComesBack() {
  Server server;
  for (int i = 0; i < 50; ++i) server.write("Author " + std::to_string(i));
  const fs::path backup = server.path("backup");
  const auto saved = writeBackup(server.places(), backup, kNow);
  QVERIFY2(saved.ok(), saved ? "" : saved.error().message.c_str());
  QCOMPARE(saved->blobs, 1);
  QVERIFY(!fs::exists(backup.string() + ".partial"));
  QVERIFY(checkBackup(backup).ok());

  Place other(false);
  const auto restored = restoreBackup(backup, other.target(), kNow);
  QVERIFY2(restored.ok(), restored ? "" : restored.error().message.c_str());
  QCOMPARE(restored->rows, saved->rows);
  QVERIFY(!fs::exists(other.path("restoring")));
  auto before = countsOf(server.database.connection());
  const auto after = countsOf(other.database.connection());
  before["scope_epochs"] += 1;
  before["scope_chain"] += 1;
  QVERIFY(before == after);
  std::vector<std::string> there, here;
  server.store.exportScope(server.scope,
                           [&](const model::Record& r) { there.push_back(protocol::exportLine(r)); });
  PgStore store(other.database.connection());
  store.exportScope(server.scope, [&](const model::Record& r) { here.push_back(protocol::exportLine(r)); });
  QVERIFY(there == here);
  QCOMPARE(readText(other.places().masterKey), std::string("a key\n"));
  const auto files = BlobFiles::open(other.places().blobs);
  QCOMPARE(readText(files->objectPath(toHex(crypto::sha256(asBytes(server.blob))))), server.blob);
  QCOMPARE((*Ledger::open(other.places().ledger))->last(), 1);
  pqxx::connection db(other.database.connection());
  pqxx::work tx(db);
  QVERIFY(tx.exec1("SELECT nextval('badge_key_numbers')")[0].as<std::int64_t>() >
          1'000'000);  // codes skip ahead
}

void BackupTest::law11_aRestoreOpensAnEpochInEveryScope() {
  Server server;
  server.write("Ana");
  const auto before = server.store.scope(server.scope);
  QVERIFY(writeBackup(server.places(), server.path("backup"), kNow).ok());
  Place other(false);
  QVERIFY(restoreBackup(server.path("backup"), other.target(), kNow).ok());
  PgStore store(other.database.connection());
  const auto row = store.scope(server.scope);
  QCOMPARE(row->epoch, before->epoch + 1);
  QCOMPARE(row->epochBase, before->head);
  QVERIFY(row->head == row->epochFirst && row->head > before->head + 1'000'000);
  QVERIFY(row->chain != before->chain && row->digest == before->digest);
  const ScopePoint points[] = {{server.scope, before->head}, {server.scope, row->head}};
  const auto chain = store.chainAt(points);
  QVERIFY(chain[0] == before->chain && chain[1] == row->chain);
  QCOMPARE(countedVersion(before->head + 5, store.epochs(server.scope)), before->head);
}

void BackupTest::law11_aBackupUnderLoadIsConsistent() {
  Server server;
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 0; !stop; ++i) server.write("Author " + std::to_string(i));
  });
  while (server.store.scope(server.scope)->head < 20) std::this_thread::yield();
  const auto saved = writeBackup(server.places(), server.path("backup"), kNow);
  stop = true;
  writer.join();
  QVERIFY2(saved.ok(), saved ? "" : saved.error().message.c_str());
  Place other(false);
  QVERIFY(restoreBackup(server.path("backup"), other.target(), kNow).ok());
  PgStore store(other.database.connection());
  model::Digest sum;
  std::int64_t newest = 0;
  const auto row = store.exportScope(server.scope, [&](const model::Record& r) {
    sum += model::rowHash(r);
    newest = std::max(newest, r.version);
  });
  QVERIFY(row->digest == sum);
  QVERIFY(newest <= row->epochBase && newest >= 20);
}

void BackupTest::law11_nothingIsOverwritten() {
  Server server;
  const fs::path backup = server.path("backup");
  QVERIFY(writeBackup(server.places(), backup, kNow).ok());
  QCOMPARE(writeBackup(server.places(), backup, kNow).error().code, Code::alreadyExists);
  QCOMPARE(restoreBackup(backup, server.target(), kNow).error().code, Code::alreadyExists);

  Place full(true);  // empty tables are no data
  QVERIFY(restoreBackup(backup, full.target(), kNow).ok());
  QCOMPARE(restoreBackup(backup, full.target(), kNow).error().code, Code::alreadyExists);

  Place otherKey(false);
  writeText(otherKey.places().masterKey, "another key\n");
  QCOMPARE(restoreBackup(backup, otherKey.target(), kNow).error().code, Code::alreadyExists);
  QCOMPARE(readText(otherKey.places().masterKey), std::string("another key\n"));
  QVERIFY(countsOf(otherKey.database.connection()).empty());
}

void BackupTest::law11_aDamagedBackupIsRefused() {
  Server server;
  server.write("Ana");
  const fs::path backup = server.path("backup");
  QVERIFY(writeBackup(server.places(), backup, kNow).ok());
  Place other(false);
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(backup)) {
    if (!entry.is_regular_file()) continue;
    const std::string whole = readText(entry.path());
    if (whole.empty()) continue;
    ++files;
    std::string altered = whole;
    altered[altered.size() / 2] = static_cast<char>(altered[altered.size() / 2] ^ 1);
    for (const std::string& bad : {altered, whole.substr(0, whole.size() - 1), std::string()}) {
      writeText(entry.path(), bad);
      const auto refused = restoreBackup(backup, other.target(), kNow);
      QVERIFY2(!refused, entry.path().c_str());
      QVERIFY2(refused.error().code == Code::damaged, refused.error().message.c_str());
    }
    fs::remove(entry.path());
    const auto refused = restoreBackup(backup, other.target(), kNow);
    QVERIFY2(!refused && (refused.error().code == Code::damaged || refused.error().code == Code::notFound),
             entry.path().c_str());
    writeText(entry.path(), whole);
  }
  QVERIFY(files > 30);
  QVERIFY(countsOf(other.database.connection()).empty());
  QVERIFY(!fs::exists(other.places().masterKey) && !fs::exists(other.path("restoring")));
  QVERIFY(restoreBackup(backup, other.target(), kNow).ok());
  QCOMPARE(checkBackup(other.path("nothing")).error().code, Code::notFound);
}

void BackupTest::law11_aLedgerThatGrewIsKept() {
  Server server;
  const fs::path backup = server.path("backup");
  QVERIFY(writeBackup(server.places(), backup, kNow).ok());
  // The same data folder, without its database: the ledger has gone on since the backup.
  Place other(false);
  fs::create_directories(other.places().ledger.parent_path());
  fs::copy_file(server.places().ledger, other.places().ledger);
  (*Ledger::open(other.places().ledger))
      ->append({.number = 0,
                .atMs = kNow,
                .kind = LedgerKind::session,
                .scope = {},
                .subject = server.scope,
                .detail = {}});
  QVERIFY(restoreBackup(backup, other.target(), kNow).ok());
  QCOMPARE((*Ledger::open(other.places().ledger))->last(), 2);

  Place strange(false);
  (*Ledger::open(strange.places().ledger))
      ->append({.number = 0,
                .atMs = 7,
                .kind = LedgerKind::badge,
                .scope = {},
                .subject = server.scope,
                .detail = {}});
  QCOMPARE(restoreBackup(backup, strange.target(), kNow).error().code, Code::conflict);
}

void BackupTest::law11_aRestoreThatWasCutOffIsFinishedOrGone() {
  Place place(false);
  const fs::path staging = place.path("restoring");
  writeText(staging / "master.key", "half\n");
  const auto gone = finishRestore(staging);
  QVERIFY(gone.ok() && !*gone);
  QVERIFY(!fs::exists(staging) && !fs::exists(place.places().masterKey));

  writeText(staging / "blobs" / "objects" / "one", "bytes");
  writeText(place.places().masterKey, "moved already\n");
  writeText(staging / "READY", (staging / "master.key").string() + "\n" + place.places().masterKey.string() +
                                   "\n" + (staging / "blobs").string() + "\n" +
                                   place.places().blobs.string() + "\n");
  const auto finished = finishRestore(staging);
  QVERIFY(finished.ok() && *finished);
  QCOMPARE(readText(place.places().masterKey), std::string("moved already\n"));
  QCOMPARE(readText(place.places().blobs / "objects" / "one"), std::string("bytes"));
  QVERIFY(!fs::exists(staging));
  QVERIFY(!*finishRestore(staging));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
