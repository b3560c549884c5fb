// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <filesystem>
#include <thread>

#include "server/blobs/blob_cleaner.hpp"
#include "upload_desk.hpp"

using namespace foyer;
using test::freshId;
using test::randomBytes;
using test::UploadDesk;

/// Law 14: clean-up of files that nothing refers to.
class TestBlobCleaner : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    m_desk = std::make_unique<UploadDesk>();
    m_files = std::make_unique<server::BlobFiles>(*server::BlobFiles::open(m_desk->folder.path()));
    m_cleaner = std::make_unique<server::BlobCleaner>(*m_files, m_desk->server->store());
  }
  void cleanup() {
    m_cleaner.reset();
    m_desk.reset();
  }

  void law14_whatAScopeHasStays();
  void law14_whatNoRecordRefersToGoes();
  void law14_aRecordHoldsItsFile_data();
  void law14_aRecordHoldsItsFile();
  void law14_theSameBytesComeBack();
  void law14_cleaningNeverTakesWhatIsJustUploaded();

 private:
  std::int64_t later() const { return m_desk->server->clock.wallMs() + 60'000; }
  bool there(const std::string& name) const { return m_files->objectSize(name).has_value(); }
  std::int64_t release() { return m_desk->server->store().releaseUnreferred(m_desk->scope, later()); }

  std::unique_ptr<UploadDesk> m_desk;
  std::unique_ptr<server::BlobFiles> m_files;
  std::unique_ptr<server::BlobCleaner> m_cleaner;
};

void TestBlobCleaner::law14_whatAScopeHasStays() {
  const std::string name = m_desk->store(randomBytes(1000, 1));
  m_cleaner->dropUnused(later());
  QVERIFY(there(name));
  QCOMPARE(m_desk->get(name).status, 200);
}

void TestBlobCleaner::law14_whatNoRecordRefersToGoes() {
  const std::string name = m_desk->store(randomBytes(1000, 2));
  QCOMPARE(m_desk->server->store().releaseUnreferred(m_desk->scope, 0), 0);  // too young
  QCOMPARE(release(), 1);
  QCOMPARE(m_desk->get(name).status, 404);
  QVERIFY(there(name));
  m_cleaner->dropUnused(0);
  QVERIFY(there(name));
  m_cleaner->dropUnused(later());
  QVERIFY(!there(name));
}

void TestBlobCleaner::law14_aRecordHoldsItsFile_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<bool>("stays");
  QTest::newRow("live") << 0 << true;
  QTest::newRow("in the trash") << 1 << true;
}

void TestBlobCleaner::law14_aRecordHoldsItsFile() {
  QFETCH(int, state);
  QFETCH(bool, stays);
  const std::string name = m_desk->store(randomBytes(1000, 3));
  m_desk->server->scalar(
      "INSERT INTO image_files (scope_id, id, version, state, created_at, updated_at, sha256) VALUES ('" +
      m_desk->scope.str() + "', '" + freshId().str() + "', 1, " + std::to_string(state) + ", 0, 0, '" + name +
      "') RETURNING 1");
  QCOMPARE(release() == 0, stays);
  QCOMPARE(m_desk->get(name).status, 200);
  // A purged record has no content, and so holds nothing.
  m_desk->server->scalar("UPDATE image_files SET sha256 = NULL, state = 2 WHERE scope_id = '" +
                         m_desk->scope.str() + "' RETURNING 1");
  QCOMPARE(release(), 1);
}

void TestBlobCleaner::law14_theSameBytesComeBack() {
  const std::string bytes = randomBytes(1000, 4);
  const std::string name = m_desk->store(bytes);
  release();
  m_cleaner->dropUnused(later());
  QVERIFY(!there(name));
  QCOMPARE(m_desk->store(bytes), name);
  QVERIFY(there(name));
  QCOMPARE(m_desk->get(name).status, 200);
}

void TestBlobCleaner::law14_cleaningNeverTakesWhatIsJustUploaded() {
  const std::string bytes = randomBytes(5000, 5);
  std::atomic<bool> stop{false};
  std::thread cleaning([&] {
    while (!stop) m_cleaner->dropUnused(later());
  });
  int missing = 0;
  for (int round = 0; round < 40; ++round) {
    const std::string name = m_desk->store(bytes);
    missing += m_desk->get(name).status == 200 && there(name) ? 0 : 1;
    release();
  }
  stop = true;
  cleaning.join();
  QCOMPARE(missing, 0);
}

QTEST_GUILESS_MAIN(TestBlobCleaner)
#include "blob_cleaner_test.moc"
