// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/scanner.hpp"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <set>
#include <sstream>

#include "qr_frames.hpp"
#include "scanner/camera_source.hpp"
#include "scanner/decoder.hpp"
#include "scanner/folder_source.hpp"
#include "scanner/line_source.hpp"
#include "scanner/view_memory.hpp"
#include "scanner/wedge.hpp"
#include "world.hpp"

using namespace foyer::kiosk;
using qr_frames::Look;

namespace {

std::vector<FoundCode> read(const QImage& image) {
  Decoder decoder;
  return decoder.read(
      {image.constBits(), image.width(), image.height(), static_cast<int>(image.bytesPerLine())});
}

FoundCode code(const char* text, double area = 100) { return {text, area}; }

}  // namespace

class ScannerTest : public QObject {
  Q_OBJECT

 private slots:
  void badgeFitsIntoFortyFiveModules() { QCOMPARE(qr_frames::modules(world::badgeText(1)).width(), 45); }

  void framesOfABadge_data() {
    QTest::addColumn<Look>("look");
    QTest::newRow("plain") << Look{};
    for (int angle : {10, 30, 45, 90, 133, 180, 270})
      QTest::addRow("turned %d", angle) << Look{.angle = double(angle)};
    QTest::newRow("small") << Look{.module = 2.2};
    QTest::newRow("small and turned") << Look{.module = 3, .angle = 20};
    QTest::newRow("large") << Look{.module = 12.5};
    QTest::newRow("tilted") << Look{.module = 8, .tilt = 0.15};
    QTest::newRow("tilted and turned") << Look{.module = 8, .angle = 25, .tilt = 0.15};
    QTest::newRow("blurred") << Look{.module = 7, .blur = 3};
    QTest::newRow("noisy") << Look{.module = 6, .noise = 60};
    QTest::newRow("inverted") << Look{.inverted = true};
    QTest::newRow("inverted and turned") << Look{.angle = 37, .inverted = true};
    QTest::newRow("little contrast") << Look{.dark = 110, .light = 160};
    QTest::newRow("full HD") << Look{.width = 1920, .height = 1080, .module = 5};
    QTest::newRow("VGA") << Look{.width = 640, .height = 480, .module = 5};
  }
  void framesOfABadge() {
    QFETCH(Look, look);
    const std::string text = world::badgeText(1);
    const auto found = read(qr_frames::frame(text, look));
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].text, text);
    QVERIFY(found[0].area > 0);
  }

  void allCodesInViewAreFound() {
    const std::vector<std::string> texts{world::badgeText(1), world::badgeText(2), "https://example.org"};
    const auto found = read(qr_frames::several(texts));
    std::set<std::string> got;
    for (const FoundCode& c : found) got.insert(c.text);
    QVERIFY(got == std::set<std::string>(texts.begin(), texts.end()));
    const auto nearest = std::max_element(
        found.begin(), found.end(), [](const FoundCode& a, const FoundCode& b) { return a.area < b.area; });
    QCOMPARE(nearest->text, texts[0]);
  }

  void barsOfOldBadgesAreRead() {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::Code128);
    const auto bits = writer.encode(L"FRPAR00012M", 500, 120);
    QImage image = qr_frames::empty(900, 500);
    for (int y = 0; y < bits.height() + 40; ++y) {
      for (int x = -40; x < bits.width() + 40; ++x) {
        const bool dark =
            x >= 0 && x < bits.width() && y >= 20 && y < bits.height() + 20 && bits.get(x, y - 20);
        image.scanLine(150 + y)[180 + x] = dark ? 10 : 245;
      }
    }
    const auto found = read(image);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].text, std::string("FRPAR00012M"));
  }

  void framesWithoutCodesAreSilent() {
    QVERIFY(read(qr_frames::empty()).empty());
    QVERIFY(read(QImage(8, 8, QImage::Format_Grayscale8)).empty());
    QVERIFY(read(QImage()).empty());
    QImage noise(640, 480, QImage::Format_Grayscale8);
    std::mt19937 random(3);
    for (int y = 0; y < 480; ++y) {
      for (int x = 0; x < 640; ++x) noise.scanLine(y)[x] = static_cast<uchar>(random());
    }
    QVERIFY(read(noise).empty());
  }

  void onePresentationIsOneScan() {
    ViewMemory memory;
    QCOMPARE(memory.see({code("FY1:A")}, 0).value_or(""), std::string("FY1:A"));
    for (std::int64_t t = 33; t < 5'000; t += 33) QVERIFY(!memory.see({code("FY1:A")}, t));
    QVERIFY(!memory.see({}, 5'100));
    QVERIFY(!memory.see({code("FY1:A")}, 6'000));  // gone for less than the limit
    QVERIFY(!memory.see({}, 7'499));
    QVERIFY(memory.see({code("FY1:A")}, 7'500));
  }

  void besideEachOtherTheBadgeAndThenTheNearestIsTold() {
    ViewMemory memory;
    QCOMPARE(memory.see({code("https://x", 900), code("FY1:A", 100), code("FY1:B", 200)}, 0).value_or(""),
             std::string("FY1:B"));
    QVERIFY(!memory.see({code("FY1:A"), code("FY1:B")}, 100));
    QCOMPARE(memory.see({code("FY1:A")}, 200).value_or(""), std::string("FY1:A"));  // B went away
    QVERIFY(!memory.see({code("FY1:A"), code("FY1:C")}, 300));
    QVERIFY(!memory.see({code("FY1:A"), code("FY1:C")}, 1'300));
    QCOMPARE(memory.see({code("FY1:A"), code("FY1:C")}, 2'300).value_or(""), std::string("FY1:C"));
    memory.clear();
    QVERIFY(memory.see({code("FY1:A")}, 2'310));
  }

  void wedgeScannersAreToldFromPeople() {
    WedgeReader wedge;
    const auto type = [&wedge](const QString& text, std::int64_t start, std::int64_t gap) {
      std::optional<QString> got;
      for (const QChar c : text + QLatin1Char('\r')) {
        got = wedge.key(QString(c), start);
        start += gap;
      }
      return got;
    };
    QCOMPARE(type("FRPAR00012M", 1'000, 8).value_or(""), QString("FRPAR00012M"));
    QVERIFY(!type("carpentier", 10'000, 120));
    QVERIFY(!type("ab", 20'000, 8));
    QVERIFY(!type(QString(2'000, 'A'), 30'000, 1));
    QCOMPARE(type("FRPAR00012M", 90'000, 8).value_or(""), QString("FRPAR00012M"));
  }

  void folderFramesComeInOrder() {
    QTemporaryDir dir;
    QVERIFY(qr_frames::frame("FRF0042PAR").save(dir.filePath("02.png")));
    QVERIFY(qr_frames::frame(world::badgeText(1)).save(dir.filePath("01.png")));
    QVERIFY(qr_frames::frame(world::badgeText(1)).save(dir.filePath("04.jpg")));
    QVERIFY(qr_frames::empty().save(dir.filePath("03.png")));
    QFile junk(dir.filePath("00.png"));
    QVERIFY(junk.open(QIODevice::WriteOnly) && junk.write("no picture") > 0);
    junk.close();

    Scanner scanner;
    QStringList told;
    connect(&scanner, &Scanner::scanned, this,
            [&](const Scan& s) { told << s.origin + " " + s.text.left(4); });
    connect(&scanner, &Scanner::nothing, this, [&](const QString& origin) { told << origin + " -"; });
    QSignalSpy finished(&scanner, &Scanner::finished);
    scanner.use(std::make_unique<FolderSource>(dir.path(), true));
    QVERIFY(finished.wait(20'000));
    QCOMPARE(told, QStringList({"01.png FY1:", "02.png FRF0", "03.png -", "04.jpg FY1:"}));
  }

  void folderTakesFilesThatComeLater() {
    QTemporaryDir dir;
    Scanner scanner;
    QSignalSpy scanned(&scanner, &Scanner::scanned);
    scanner.use(std::make_unique<FolderSource>(dir.path(), false));
    QVERIFY(qr_frames::frame("FRF0042PAR").save(dir.filePath("tmp.part"), "PNG"));
    QVERIFY(QFile::rename(dir.filePath("tmp.part"), dir.filePath("a.png")));
    QVERIFY(scanned.wait(10'000));
  }

  void missingFolderAndCameraAreTold() {
    Scanner scanner;
    QSignalSpy failed(&scanner, &Scanner::failed);
    scanner.use(std::make_unique<FolderSource>("/nowhere/at/all", false));
    QCOMPARE(failed.size(), 1);
    CameraSource camera;
    QSignalSpy noCamera(&camera, &FrameSource::failed);
    camera.start();
    QVERIFY(noCamera.size() <= 1);
  }

  void linesBecomeCodes() {
    std::istringstream stream("FRF0042PAR\r\n\n  spaced \nFY1:AB C\nlast");
    LineSource lines(stream);
    QStringList got;
    connect(&lines, &LineSource::line, this, [&](const QString& t) { got << t; });
    QSignalSpy finished(&lines, &LineSource::finished);
    lines.start();
    QVERIFY(finished.wait(5'000));
    QCOMPARE(got, QStringList({"FRF0042PAR", "  spaced ", "FY1:AB C", "last"}));
  }
};

QTEST_GUILESS_MAIN(ScannerTest)
#include "scanner_test.moc"
