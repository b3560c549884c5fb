// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>

#include "crypto/derived_id.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

/// Law 14: a file is shown as safe only after the server confirmed its bytes. On the memory store and on
/// PostgreSQL.
class TestSyncFiles : public QObject {
  Q_OBJECT
 private slots:
  void recordBeforeBytes();
  void bytesBeforeRecord();
  void bytesElsewhereProveNothing();
  void devicesCannotSayIt();
};

namespace {

const std::string kHash(64, 'a');

/// A world whose blobs the test decides.
struct Files {
  Files() {
    scope = world.person(ann);
    const Uuid photo = crypto::derivedId(scope, "photos", {kHash});
    world.one(ann, ann.create(scope, "photos", photo, {{.field = "hothash", .value = kHash}}));
    file = crypto::derivedId(scope, "image_files", {kHash});
    fields = {{.field = "photo", .value = photo},
              {.field = "sha256", .value = kHash},
              {.field = "filename", .value = std::string("a.jpg")},
              {.field = "file_size", .value = std::int64_t{4}},
              {.field = "kind", .value = std::string("jpeg")}};
  }
  // What the end of an upload does.
  void store(const Uuid& where) {
    stored.insert({where, kHash});
    service.write(where, {},
                  [&](server::ScopeWriter& writer) { writer.tx().queueFor(server::kBlobJob, file); });
  }
  std::string state() { return std::string(world.row(scope, "image_files", file).text("blob_state")); }

  World world;
  Actor ann{"ann"};
  Uuid scope, file;
  std::vector<Set> fields;
  std::set<std::pair<Uuid, std::string>> stored;
  server::FoyerRules rules{{}, [this](const Uuid& where, const std::string& sha256) {
                             return stored.contains({where, sha256});
                           }};
  server::SyncService service{world.store, world.clock, rules};
};

}  // namespace

void TestSyncFiles::recordBeforeBytes() {
  Files f;
  QCOMPARE(f.world.one(f.ann, f.ann.create(f.scope, "image_files", f.file, f.fields)).outcome,
           model::Outcome::applied);
  f.service.runJobs();
  QCOMPARE(f.state(), "");
  f.store(f.scope);
  f.service.runJobs();
  QCOMPARE(f.state(), "verified");
  const auto head = f.world.store.scope(f.scope)->head;
  f.store(f.scope);
  f.service.runJobs();
  QCOMPARE(f.world.store.scope(f.scope)->head, head);
}

void TestSyncFiles::bytesBeforeRecord() {
  Files f;
  f.store(f.scope);
  f.service.runJobs();
  f.world.one(f.ann, f.ann.create(f.scope, "image_files", f.file, f.fields));
  f.service.runJobs();
  QCOMPARE(f.state(), "verified");
}

void TestSyncFiles::bytesElsewhereProveNothing() {
  Files f;
  f.world.one(f.ann, f.ann.create(f.scope, "image_files", f.file, f.fields));
  Actor bob("bob");
  const Uuid other = f.world.person(bob);
  f.store(other);
  f.service.runJobs();
  QCOMPARE(f.state(), "");
}

void TestSyncFiles::devicesCannotSayIt() {
  Files f;
  f.fields.push_back({.field = "blob_state", .value = std::string("verified")});
  const auto result = f.world.one(f.ann, f.ann.create(f.scope, "image_files", f.file, f.fields));
  QCOMPARE(result.outcome, model::Outcome::held);
}

QTEST_GUILESS_MAIN(TestSyncFiles)
#include "test_sync_files.moc"
