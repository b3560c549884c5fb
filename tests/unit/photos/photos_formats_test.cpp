// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "importer.hpp"
#include "media/preview.hpp"
#include "photos/examine.hpp"
#include "photos/placer.hpp"

using namespace foyer;
using namespace foyer::test;
using media::Kind;

class PhotosFormatsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyKindHasItsPreview_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("kind");
    for (const char* kind : {"jpeg", "png", "tiff", "webp", "heic"})
      QTest::newRow(kind) << QStringLiteral("a.") + kind << QByteArray(kind);
    QTest::newRow("raw") << "a.NEF" << QByteArray("raw");
    QTest::newRow("jpeg in disguise") << "a.CR2" << QByteArray("jpeg");
  }
  void everyKindHasItsPreview() {
    QFETCH(QString, name);
    QFETCH(QByteArray, kind);
    const Scene scene{3, 900, 700};
    const Bytes file = kind == "png"    ? pngOf(scene)
                       : kind == "tiff" ? tiffOf(scene)
                       : kind == "webp" ? webpOf(scene)
                       : kind == "heic" ? heicOf(scene)
                       : kind == "raw"  ? rawOf(scene, "2026:06:13 20:14:05", "L-1")
                                        : jpegOf(scene);
    Importer i;
    i.put(name.toStdString(), file);
    const auto examined = photos::examine(i.path(name.toStdString()));
    QVERIFY2(examined.ok(), examined.ok() ? "" : examined.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(std::string(media::nameOf(examined->kind))), kind);
    QVERIFY2(examined->preview.ok(), examined->preview.ok() ? "" : examined->preview.error().message.c_str());
    QCOMPARE(examined->preview->width, 900);
    QCOMPARE(examined->preview->height, 700);
    // All of them show the same scene.
    const auto model = media::makePreview(jpegOf(scene, 95));
    QVERIFY(media::perceptualDistance(examined->preview->perceptual, model->perceptual) <= 6);
    if (kind == "raw") {
      QCOMPARE(examined->exif.takenAt.value_or(""), std::string("2026-06-13T20:14:05.000+02:00"));
      QCOMPARE(photos::cameraName(examined->exif), std::string("Lumen L-1"));
    }
  }

  /// Holds profile 1 to its bytes for what libvips decodes without loss.
  void previewsOfOtherFormatsNeverChange() {
    const Scene scene{5, 1000, 700};
    const auto png = media::makePreview(Kind::png, pngOf(scene));
    const auto tiff = media::makePreview(Kind::tiff, tiffOf(scene));
    QVERIFY(png.ok() && tiff.ok());
    QCOMPARE(png->hothash, tiff->hothash);
    QCOMPARE(png->hothash, std::string("5d225933903fd0fe473a8c986b43be3a07d1bc93680a10ba12facd585d985d16"));
  }

  void exifOfOtherFormats() {
    for (const Bytes& plain : {pngOf({1}), webpOf({1}), tiffOf({1})}) {
      const auto exif = media::readExif(withExif(plain, shotAt("2026:06:13 20:14:05", "L-1")));
      QVERIFY(exif.ok());
      QCOMPARE(exif->takenAt.value_or(""), std::string("2026-06-13T20:14:05.000+02:00"));
      QVERIFY(exif->all.find("\"Exif.Image.Model\":\"L-1\"") != std::string::npos);
    }
  }

  void namesBecomeText() {
    QCOMPARE(photos::cleanName("a\xff\xfe.jpg"), std::string("a__.jpg"));
    QCOMPARE(photos::cleanName("tab\there"), std::string("tab_here"));
    QCOMPARE(photos::cleanName("été 🌞.jpg"), std::string("été 🌞.jpg"));
    QCOMPARE(photos::cleanName("end\xc3"), std::string("end_"));
    QCOMPARE(photos::stemOf("IMG_1.CR2"), photos::stemOf("img_1.jpg"));
    media::Exif exif;
    exif.cameraMake = "Canon", exif.cameraModel = "Canon EOS R5";
    QCOMPARE(photos::cameraName(exif), std::string("Canon EOS R5"));
  }
};

QTEST_GUILESS_MAIN(PhotosFormatsTest)
#include "photos_formats_test.moc"
