// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input: each file is listed with its reason, the rest goes on, nothing half-done stays.
#include <QDir>
#include <QtTest>

#include "importer.hpp"

using namespace foyer;
using namespace foyer::test;
using photos::Import;

namespace {

Bytes text(std::string_view words) { return Bytes(asBytes(words).begin(), asBytes(words).end()); }

/// A JPEG that says it has this many pixels a side.
Bytes claims(Bytes jpeg, int side) {
  for (std::size_t i = 0; i + 9 < jpeg.size(); ++i) {
    if (jpeg[i] != 0xFF || jpeg[i + 1] != 0xC0) continue;
    jpeg[i + 5] = jpeg[i + 7] = static_cast<std::uint8_t>(side >> 8);
    jpeg[i + 6] = jpeg[i + 8] = static_cast<std::uint8_t>(side & 255);
    break;
  }
  return jpeg;
}

/// The same of a PNG, with its checksum (RFC 2083).
Bytes claimsPng(Bytes png, std::uint32_t side) {
  for (std::size_t i = 0; i < 4; ++i) {
    png[16 + i] = png[20 + i] = static_cast<std::uint8_t>(side >> (24 - 8 * i) & 255);
  }
  std::uint32_t sum = 0xFFFFFFFF;
  for (std::size_t at = 12; at < 29; ++at) {
    sum ^= png[at];
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
  }
  for (std::size_t i = 0; i < 4; ++i) png[29 + i] = static_cast<std::uint8_t>(~sum >> (24 - 8 * i) & 255);
  return png;
}

}  // namespace

class PhotosTroubleTest : public QObject {
  Q_OBJECT

 private slots:
  void eachDamagedFileIsListedWithItsReason() {
    Importer i;
    const Bytes good = jpegOf({1});
    i.put("good.jpg", good);
    i.put("cut.jpg", good.substr(0, good.size() / 2));
    i.put("cut.png", pngOf({2}).substr(0, 2000));
    i.put("cut.webp", webpOf({2}).substr(0, 900));
    i.put("cut.heic", heicOf({2}).substr(0, 900));
    i.put("cut.tif", tiffOf({2}).substr(0, 9000));
    i.put("empty.jpg", {});
    i.put("huge.jpg", claims(good, 65'500));
    i.put("huge.png", claimsPng(pngOf({3}), 65'500));
    i.put("page.jpg", text("<!doctype html><script>alert(1)</script>"));
    i.put("program.png", text("\x7f"
                              "ELF" +
                              std::string(4000, '\1')));
    i.put("vector.webp", text("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>"));
    i.put("nothing.nef", text(std::string("II*\0\x08\0\0\0\0\0\0\0\0\0", 14)));
    i.put("loop.dng", text(std::string("II*\0\x08\0\0\0\1\0\x69\x87\4\0\1\0\0\0\x08\0\0\0\0\0\0\0", 26)));
    const QString counts = told(i.run());
    QStringList listed = i.damaged();
    QCOMPARE(counts, QString("1 taken 0 known 13 damaged 0 waiting"));
    listed.sort();
    QCOMPARE(listed,
             QStringList({"cut.heic: damaged", "cut.jpg: damaged", "cut.png: damaged", "cut.tif: damaged",
                          "cut.webp: damaged", "empty.jpg: damaged", "huge.jpg: too_large",
                          "huge.png: too_large", "loop.dng: unsupported", "nothing.nef: unsupported",
                          "page.jpg: unsupported", "program.png: unsupported", "vector.webp: unsupported"}));
    QCOMPARE(i.all("photos").size(), std::size_t{1});
    QCOMPARE(i.all("image_files").size(), std::size_t{1});
    QCOMPARE(i.all("import_sessions").front().number("damaged_files"), 13);
  }

  void damagedFilesCanBeTriedAgain() {
    Importer i;
    i.put("a.jpg", jpegOf({1}));
    i.put("b.jpg", text("later"));
    i.run();
    QCOMPARE(i.damaged(), QStringList{"b.jpg: unsupported"});
    i.put("b.jpg", jpegOf({2}));
    i.import->retryDamaged();
    QVERIFY(i.finish());
    QCOMPARE(told(i.import->progress().counts), QString("2 taken 0 known 0 damaged 0 waiting"));
    QCOMPARE(i.all("import_sessions").front().number("damaged_files"), 0);
  }

  void filesThatVanish() {
    Importer i;
    for (int n = 0; n < 40; ++n) i.put(std::to_string(n) + ".jpg", jpegOf({n, 160, 120}));
    i.begin();
    i.take();
    QVERIFY(i.until([&] { return i.import->progress().phase == Import::Phase::running; }));
    i.import->pause();
    for (int n = 0; n < 40; n += 4) QFile::remove(QString::fromStdString(i.path(std::to_string(n) + ".jpg")));
    i.import->resume();
    QVERIFY(i.finish());
    const auto counts = i.import->progress().counts;
    QCOMPARE(counts.total(), 40);
    QVERIFY(counts.damaged > 0 && counts.damaged <= 10);
    for (const QString& one : i.damaged()) QVERIFY2(one.endsWith(": not_found"), qPrintable(one));
  }

  /// A card that is pulled out is no list of damaged files: the import waits for it.
  void aCardThatIsTakenOut() {
    Importer i;
    for (int n = 0; n < 40; ++n) i.put("card/" + std::to_string(n) + ".jpg", jpegOf({n, 160, 120}));
    i.begin({"card"});
    i.take();
    QVERIFY(i.until([&] { return i.import->progress().phase == Import::Phase::running; }));
    i.import->pause();
    const auto before = i.import->progress().counts;
    const QString card = QString::fromStdString(i.path("card"));
    QVERIFY(QDir().rename(card, card + "-out"));
    i.import->resume();
    QVERIFY(i.until([&] { return i.import->progress().phase == Import::Phase::paused; }));
    QVERIFY(i.import->progress().problem->code == Code::notFound);
    QCOMPARE(i.import->progress().counts.damaged, 0);
    QVERIFY(i.import->progress().counts.waiting == before.waiting);
    QVERIFY(QDir().rename(card + "-out", card));
    i.import->resume();
    QVERIFY(i.finish());
    QCOMPARE(told(i.import->progress().counts), QString("40 taken 0 known 0 damaged 0 waiting"));
  }

  void aFolderThatIsNotThere() {
    Importer i;
    photos::ImportRequest request;
    request.scope = i.device.person;
    request.roots = {i.path("none")};
    const auto begun = Import::begin(*i.device, i.device.clock, request);
    QVERIFY(!begun && begun.error().code == Code::notFound);
    QVERIFY(i.all("import_sessions").empty());
  }

  void namesInEveryScript() {
    Importer i;
    const QStringList names{"été.jpg", "写真.jpg", "צילום.jpg", "🌞 sun.jpg", "a\"b'c;d.jpg", "new\nline.jpg"};
    for (int n = 0; n < names.size(); ++n) i.put(names[n].toStdString(), jpegOf({n, 160, 120}));
    i.put("no\xfftext.jpg", jpegOf({50, 160, 120}));
    QCOMPARE(told(i.run()), QString("7 taken 0 known 0 damaged 0 waiting"));
    QStringList taken;
    for (const auto& file : i.all("image_files"))
      taken << QString::fromStdString(std::string(file.text("filename")));
    for (int n = 0; n < 5; ++n) QVERIFY2(taken.contains(names[n]), qPrintable(names[n]));
    QVERIFY(taken.contains("new_line.jpg") && taken.contains("no_text.jpg"));
  }

  void anEmptyFolderIsDoneAtOnce() {
    Importer i;
    QCOMPARE(told(i.run()), QString("0 taken 0 known 0 damaged 0 waiting"));
  }
};

QTEST_GUILESS_MAIN(PhotosTroubleTest)
#include "photos_trouble_test.moc"
