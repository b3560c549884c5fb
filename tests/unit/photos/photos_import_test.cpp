// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "importer.hpp"
#include "model/identity.hpp"

using namespace foyer;
using namespace foyer::test;
using photos::Import;

namespace {

std::string takenAt(int minute) {
  char text[32];
  std::snprintf(text, sizeof text, "2026:06:13 20:%02d:05", minute % 60);
  return text;
}

void putShots(const Importer& i, int count) {
  for (int n = 0; n < count; ++n)
    i.put("IMG_" + std::to_string(n) + ".JPG", withExif(jpegOf({n, 160, 120}), shotAt(takenAt(n), "L-1")));
}

}  // namespace

class PhotosImportTest : public QObject {
  Q_OBJECT

 private slots:
  void aFolderBecomesPhotos() {
    Importer i;
    putShots(i, 40);
    i.put("sub/again.jpg", jpegOf({100}));
    i.put("notes.txt", Bytes(asBytes("no picture").begin(), asBytes("no picture").end()));
    i.put(".thumbnails/x.jpg", jpegOf({101}));
    QCOMPARE(told(i.run()), QString("41 taken 0 known 0 damaged 0 waiting"));
    const auto photos = i.all("photos");
    QCOMPARE(photos.size(), std::size_t{41});
    const auto files = i.all("image_files");
    QCOMPARE(files.size(), std::size_t{41});
    for (const auto& file : files) {
      QCOMPARE(file.uuid("import_session"), i.session);
      QCOMPARE(file.uuid("device_id"), i.device.device);
      QCOMPARE(store::Imports(*i.device).originals(i.device.person, std::string(file.text("sha256"))).size(),
               std::size_t{1});
    }
    const auto dated =
        std::ranges::find_if(photos, [](const auto& p) { return !p.text("taken_at").empty(); });
    QCOMPARE(dated->text("camera"), std::string_view("Lumen L-1"));
    QVERIFY(dated->text("taken_at").ends_with("+02:00"));
    QVERIFY(std::get<Bytes>(dated->at("hotpreview")).size() > 500);
    const auto session = i.all("import_sessions").front();
    QCOMPARE(session.text("status"), std::string_view("done"));
    QCOMPARE(session.number("total_files"), 41);
    QCOMPARE(session.number("processed_files"), 41);
    QVERIFY(session.number("finished_at") > 0);
  }

  void theSameAgainChangesNothing() {
    Importer i;
    putShots(i, 12);
    i.put("copy/IMG_3.JPG", withExif(jpegOf({3, 160, 120}), shotAt(takenAt(3), "L-1")));
    QCOMPARE(told(i.run()), QString("12 taken 1 known 0 damaged 0 waiting"));
    QCOMPARE(told(i.run()), QString("0 taken 13 known 0 damaged 0 waiting"));
    QCOMPARE(i.all("photos").size(), std::size_t{12});
    QCOMPARE(i.all("image_files").size(), std::size_t{12});
  }

  void IL59_rawAndJpegAreOnePhoto_data() {
    QTest::addColumn<bool>("together");
    QTest::newRow("in one import") << true;
    QTest::newRow("RAW first, JPEG later") << false;
  }
  void IL59_rawAndJpegAreOnePhoto() {
    QFETCH(bool, together);
    Importer i;
    const std::string at = "2026:06:13 20:14:05";
    const auto jpeg = [&] { i.put("IMG_001.JPG", withExif(jpegOf({7}), shotAt(at, "L-1"))); };
    if (together) jpeg();
    i.put("IMG_001.NEF", rawOf({7}, at, "L-1"));
    i.put("other/IMG_001.NEF", rawOf({8}, "2026:06:13 21:14:05", "L-1"));  // same name, another hour
    i.put("IMG_002.NEF", rawOf({9}, at, "L-1"));                           // same time, another name
    i.run();
    if (!together) {
      QCOMPARE(i.all("photos").size(), std::size_t{3});
      jpeg();
      QCOMPARE(told(i.run()), QString("1 taken 3 known 0 damaged 0 waiting"));
    }
    QCOMPARE(i.all("photos").size(), std::size_t{3});
    std::map<Uuid, QStringList> byPhoto;
    for (const auto& file : i.all("image_files"))
      byPhoto[file.uuid("photo")] << QString::fromStdString(std::string(file.text("filename")) + " " +
                                                            std::string(file.text("kind")) + " " +
                                                            std::string(file.text("role")));
    QStringList pair;
    for (auto& [photo, names] : byPhoto)
      if (names.size() == 2) pair = names;
    pair.sort();
    QCOMPARE(pair, QStringList({"IMG_001.JPG jpeg master", "IMG_001.NEF raw variant"}));
  }

  void whatWasDeletedStaysDeleted() {
    Importer i;
    putShots(i, 2);
    i.run();
    i.device.remove("photos", i.all("photos").front().id);
    QCOMPARE(told(i.run()), QString("0 taken 2 known 0 damaged 0 waiting"));
    QCOMPARE(i.all("photos").size(), std::size_t{1});
  }

  /// What photo programs write into their JPEGs is parsed by several workers at a time.
  void picturesWithXmpInside() {
    Importer i;
    for (int n = 0; n < 60; ++n)
      i.put(std::to_string(n) + ".jpg", withXmp(jpegOf({n, 160, 120}), "Sentence " + std::to_string(n)));
    QCOMPARE(told(i.run()), QString("60 taken 0 known 0 damaged 0 waiting"));
  }

  void pauseAndResume() {
    Importer i;
    putShots(i, 60);
    i.begin();
    i.take();
    QVERIFY(i.until([&] { return i.import->progress().counts.taken > 0; }));
    i.import->pause();
    const auto counts = i.import->progress().counts;
    QVERIFY(counts.waiting > 0);
    QCOMPARE(counts.total(), 60);
    QCOMPARE(i.all("import_sessions").front().text("status"), std::string_view("paused"));
    i.import->step();
    QCOMPARE(told(i.import->progress().counts), told(counts));
    i.take();  // the program started again: what a person paused stays so
    QVERIFY(i.import->progress().phase == Import::Phase::paused);
    i.import->resume();
    QVERIFY(i.finish());
    QCOMPARE(told(i.import->progress().counts), QString("60 taken 0 known 0 damaged 0 waiting"));
    QCOMPARE(i.all("photos").size(), std::size_t{60});
  }

  /// The program ends without a word, again and again.
  void resumesAfterAnyKill() {
    Importer i;
    putShots(i, 60);
    i.put("bad.jpg", Bytes(asBytes("no picture").begin(), asBytes("no picture").end()));
    i.begin();
    std::int64_t before = -1;
    for (int kills = 0; kills < 20; ++kills) {
      i.take();
      if (!i.until([&] { return i.import->progress().counts.done() > before; })) break;
      before = i.import->progress().counts.done();
      const bool done = i.import->progress().phase == Import::Phase::done;
      i.import.reset();
      i.device.reopen();
      if (done) break;
      QCOMPARE(Import::unfinished(*i.device, i.device.person), std::vector<Uuid>{i.session});
    }
    QVERIFY(Import::unfinished(*i.device, i.device.person).empty());
    const auto session = i.all("import_sessions").front();
    QCOMPARE(session.number("total_files"), 61);
    QCOMPARE(session.number("processed_files"), 61);
    QCOMPARE(session.number("known_files"), 0);
    QCOMPARE(session.number("damaged_files"), 1);
    QCOMPARE(i.all("photos").size(), std::size_t{60});
  }

  void cancelKeepsWhatWasTaken() {
    Importer i;
    putShots(i, 60);
    i.begin();
    i.take();
    QVERIFY(i.until([&] { return i.import->progress().counts.taken > 0; }));
    i.import->cancel();
    const auto counts = i.import->progress().counts;
    QCOMPARE(counts.waiting, 0);
    QVERIFY(counts.taken < 60);
    QCOMPARE(i.all("photos").size(), static_cast<std::size_t>(counts.taken));
    const auto session = i.all("import_sessions").front();
    QCOMPARE(session.text("status"), std::string_view("done"));
    QCOMPARE(session.number("total_files"), counts.total());
    QVERIFY(Import::unfinished(*i.device, i.device.person).empty());
  }
};

QTEST_GUILESS_MAIN(PhotosImportTest)
#include "photos_import_test.moc"
