// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "rewind_device.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::test;

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMinute = 60'000;

/// A family on one device, and room for copies of its database.
struct Desk {
  QTemporaryDir dir;
  ManualClock clock;
  RewindServer server{clock};
  Uuid account = Uuid::v7(clock.wallMs());
  RewindDevice ann{server, clock, path("ann"), account};
  Uuid family, films;

  Desk() {
    family = ann.makeFamily("Home");
    films = ann.makeList(family, "Films");
    ann.sync();
  }
  fs::path path(const char* name) const {
    return fs::path(dir.path().toStdString()) / (std::string(name) + ".sqlite");
  }
  /// The database as it lies there now, under another name.
  void copyTo(const fs::path& file) {
    ann.closeFile();
    fs::copy_file(ann.file(), file, fs::copy_options::overwrite_existing);
    ann.openFile();
  }
  void putBack(const fs::path& file) {
    ann.closeFile();
    for (const char* part : {"", "-wal", "-shm"}) fs::remove(ann.file().string() + part);
    fs::copy_file(file, ann.file());
    ann.openFile();
  }
  QString apart() {
    return ann.lines(family) == server.lines(family) ? QString() : QStringLiteral("device and server differ");
  }
};

}  // namespace

/// Law 11: devices get cloned and go back in time. Each is noticed before its first push.
class RewindDeviceTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_restoredFromItsOwnBackupItTakesANewIdentity();
  void law11_whatWasQueuedInTheBackupHidesNothing();
  void law11_aCopyOnASecondDeviceHasAnotherIdentity();
  void law11_twoRunningClonesBothGoOn();
  void law11_aNumberWithOtherContentGivesANewIdentity();
  void law11_whatAFormerIdentityToldIsOfferedAgain();
  void law11_aHealthyDeviceKeepsItsIdentity();
};

void RewindDeviceTest::law11_restoredFromItsOwnBackupItTakesANewIdentity() {
  Desk d;
  d.copyTo(d.path("backup"));
  d.ann.rename(d.family, d.films, "After the backup");
  d.ann.sync();
  d.putBack(d.path("backup"));
  const Uuid before = d.ann.who().device;
  const int pushes = d.ann.pushes;
  d.ann.sync();
  QCOMPARE(d.ann.identitiesTaken, 1);
  QVERIFY(d.ann.who().device != before);
  QCOMPARE(d.ann.pushes, pushes);  // noticed before anything was sent
  QCOMPARE(d.ann.nameOf(d.family, d.films), std::string("After the backup"));
  d.ann.rename(d.family, d.films, "Later");
  d.ann.sync();
  QCOMPARE(d.apart(), QString());
  QCOMPARE(d.server.conflicts(d.family), 0u);
  QCOMPARE(d.ann.identitiesTaken, 1);
}

void RewindDeviceTest::law11_whatWasQueuedInTheBackupHidesNothing() {
  Desk d;
  d.ann.rename(d.family, d.films, "Queued in the backup");
  d.copyTo(d.path("backup"));
  d.clock.advance(kMinute);
  d.ann.sync();
  d.ann.rename(d.family, d.films, "Later on the lost device");
  d.ann.sync();
  d.clock.advance(kMinute);
  d.putBack(d.path("backup"));
  d.ann.sync();
  QCOMPARE(d.ann.identitiesTaken, 1);
  QCOMPARE(d.apart(), QString());
  std::string all;
  for (const std::string& line : d.server.lines(d.family)) all += line;
  QVERIFY(all.find("Later on the lost device") != std::string::npos);
  QVERIFY(all.find("Queued in the backup") != std::string::npos);
}

void RewindDeviceTest::law11_aCopyOnASecondDeviceHasAnotherIdentity() {
  Desk d;
  d.ann.rename(d.family, d.films, "Typed before the copy");
  d.copyTo(d.path("copy"));
  // The key stays behind in the keychain: the copy opens with another device id.
  RewindDevice copy(d.server, d.clock, d.path("copy"), d.account);
  copy.makeList(d.family, "On the copy");
  d.ann.makeList(d.family, "On the first");
  d.ann.sync();
  copy.sync();
  d.ann.sync();
  QCOMPARE(copy.identitiesTaken, 0);
  QVERIFY(copy.who().device != d.ann.who().device);
  QVERIFY(copy.lines(d.family) == d.ann.lines(d.family));
  QCOMPARE(d.apart(), QString());
  QCOMPARE(d.server.store.readAll(d.family, schema::collection("lists"))->records.size(), 3u);
  QCOMPARE(d.server.conflicts(d.family), 0u);  // the same words twice are no conflict
  QCOMPARE(copy.nameOf(d.family, d.films), std::string("Typed before the copy"));
}

void RewindDeviceTest::law11_twoRunningClonesBothGoOn() {
  Desk d;
  d.copyTo(d.path("clone"));
  // A whole machine was cloned, keychain and all.
  RewindDevice clone(d.server, d.clock, d.path("clone"), d.account, d.ann.who().device);
  const Uuid mine = d.ann.makeList(d.family, "Mine");
  const Uuid theirs = clone.makeList(d.family, "Theirs");
  d.ann.sync();
  clone.sync();
  QCOMPARE(clone.identitiesTaken, 1);
  QCOMPARE(d.ann.identitiesTaken, 0);
  d.ann.makeList(d.family, "More");
  d.ann.sync();
  clone.sync();
  QCOMPARE(d.ann.nameOf(d.family, theirs), std::string("Theirs"));
  QCOMPARE(clone.nameOf(d.family, mine), std::string("Mine"));
  QVERIFY(clone.lines(d.family) == d.ann.lines(d.family));
  QCOMPARE(d.ann.identitiesTaken + clone.identitiesTaken, 1);
}

void RewindDeviceTest::law11_aNumberWithOtherContentGivesANewIdentity() {
  Desk d;
  d.copyTo(d.path("clone"));
  RewindDevice clone(d.server, d.clock, d.path("clone"), d.account, d.ann.who().device);
  d.ann.makeList(d.family, "Mine");
  clone.makeList(d.family, "Theirs");
  // Both give the same number to something; the first one's answer is lost, so the counts look right to it.
  clone.pushIntoTheVoid();
  d.ann.pushIntoTheVoid();
  d.ann.sync();
  clone.sync();
  d.ann.sync();
  QCOMPARE(d.ann.identitiesTaken + clone.identitiesTaken, 1);
  QVERIFY(clone.lines(d.family) == d.ann.lines(d.family));
  QCOMPARE(d.apart(), QString());
  QCOMPARE(d.server.store.readAll(d.family, schema::collection("lists"))->records.size(), 3u);
}

void RewindDeviceTest::law11_whatAFormerIdentityToldIsOfferedAgain() {
  Desk d;
  const auto before = d.server.store.image();
  d.ann.rename(d.family, d.films, "Told under the first identity");
  d.ann.sync();
  d.copyTo(d.path("backup"));
  d.ann.makeList(d.family, "After the backup");
  d.ann.sync();
  d.putBack(d.path("backup"));
  d.ann.sync();
  QCOMPARE(d.ann.identitiesTaken, 1);
  d.clock.advance(kMinute);
  d.server.store.putBack(*before);
  d.ann.sync();
  QCOMPARE(d.ann.nameOf(d.family, d.films), std::string("Told under the first identity"));
  QCOMPARE(d.apart(), QString());
  QCOMPARE(d.ann.identitiesTaken, 1);
}

void RewindDeviceTest::law11_aHealthyDeviceKeepsItsIdentity() {
  Desk d;
  for (int i = 0; i < 5; ++i) {
    d.ann.rename(d.family, d.films, "Films " + std::to_string(i));
    if (i % 2 == 0) d.ann.pushIntoTheVoid();
    d.ann.closeFile();
    d.ann.openFile();
    d.ann.sync();
  }
  QCOMPARE(d.ann.identitiesTaken, 0);
  QCOMPARE(d.server.store.scope(d.family)->epoch, 1);
  QCOMPARE(d.apart(), QString());
}

QTEST_GUILESS_MAIN(RewindDeviceTest)
#include "rewind_device_test.moc"
