// SPDX-License-Identifier: GPL-3.0-or-later
#include <turbojpeg.h>

#include <QTemporaryDir>
#include <QtTest>
#include <exiv2/exiv2.hpp>
#include <fstream>
#include <random>
#include <vector>

#include "crypto/digest.hpp"
#include "media/exif.hpp"
#include "media/file_digest.hpp"
#include "media/preview.hpp"

using namespace foyer;
using namespace foyer::media;

namespace {

using Painter = void (*)(int x, int y, std::uint8_t* rgb);

void gradient(int x, int y, std::uint8_t* p) {
  p[0] = static_cast<std::uint8_t>(x / 4);
  p[1] = static_cast<std::uint8_t>(y / 4);
  p[2] = static_cast<std::uint8_t>((x * y / 1000) & 255);
}

/// Top left quarter red, the rest white.
void corner(int x, int y, std::uint8_t* p) {
  const bool red = x < 400 && y < 300;
  p[0] = 255;
  p[1] = p[2] = red ? 0 : 255;
}

/// Tiles of many sizes, so that neighbours differ both ways.
void tiles(int x, int y, std::uint8_t* p) {
  p[0] = p[1] = p[2] = static_cast<std::uint8_t>(((x / 90) * 7 + (y / 70) * 5) % 11 * 23);
}

Bytes jpeg(int width, int height, Painter paint, int quality = 90) {
  std::vector<std::uint8_t> rgb(static_cast<std::size_t>(width * height * 3));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) paint(x, y, rgb.data() + (y * width + x) * 3);
  }
  tjhandle handle = tjInitCompress();
  unsigned char* raw = nullptr;
  unsigned long size = 0;
  tjCompress2(handle, rgb.data(), width, 0, height, TJPF_RGB, &raw, &size, TJSAMP_420, quality, 0);
  Bytes out(raw, size);
  tjFree(raw);
  tjDestroy(handle);
  return out;
}

Bytes withExif(const Bytes& plain, const std::vector<std::pair<const char*, const char*>>& tags) {
  auto image = Exiv2::ImageFactory::open(plain.data(), static_cast<long>(plain.size()));
  image->readMetadata();
  Exiv2::ExifData data;
  for (const auto& [key, value] : tags) data[key] = std::string(value);
  image->setExifData(data);
  image->writeMetadata();
  Exiv2::BasicIo& io = image->io();
  Bytes out(io.mmap(), static_cast<std::size_t>(io.size()));
  io.munmap();
  return out;
}

std::array<int, 3> meanOf(const Bytes& preview, int x0, int y0, int size) {
  std::vector<std::uint8_t> rgb(150 * 150 * 3);
  tjhandle handle = tjInitDecompress();
  tjDecompress2(handle, preview.data(), preview.size(), rgb.data(), 150, 0, 150, TJPF_RGB, 0);
  tjDestroy(handle);
  std::array<int, 3> sum{};
  for (int y = y0; y < y0 + size; ++y) {
    for (int x = x0; x < x0 + size; ++x) {
      for (int c = 0; c < 3; ++c)
        sum[static_cast<std::size_t>(c)] += rgb[static_cast<std::size_t>((y * 150 + x) * 3 + c)];
    }
  }
  for (int& s : sum) s /= size * size;
  return sum;
}

}  // namespace

class MediaTest : public QObject {
  Q_OBJECT

 private slots:
  void digestOfAFile() {
    QTemporaryDir dir;
    const std::string path = dir.filePath("a.bin").toStdString();
    std::ofstream(path, std::ios::binary) << std::string(700'000, 'a');
    const auto digest = digestOfFile(path);
    QVERIFY(digest.ok());
    QCOMPARE(digest->bytes, std::uint64_t{700'000});
    QCOMPARE(digest->sha256, toHex(crypto::sha256(asBytes(std::string(700'000, 'a')))));
    QVERIFY(digestOfFile(dir.filePath("none").toStdString()).error().code == Code::notFound);
    QVERIFY(digestOfFile(dir.path().toStdString()).error().code == Code::notFound);
  }

  void exifIsRead() {
    const Bytes file =
        withExif(jpeg(800, 600, gradient), {{"Exif.Photo.DateTimeOriginal", "2026:06:13 20:14:05"},
                                            {"Exif.Photo.SubSecTimeOriginal", "07"},
                                            {"Exif.Photo.OffsetTimeOriginal", "+02:00"},
                                            {"Exif.Image.Make", "Lumen "},
                                            {"Exif.Image.Model", "L-1"},
                                            {"Exif.Image.Orientation", "6"},
                                            {"Exif.GPSInfo.GPSLatitude", "43/1 24/1 1836/100"},
                                            {"Exif.GPSInfo.GPSLatitudeRef", "N"},
                                            {"Exif.GPSInfo.GPSLongitude", "3/1 42/1 0/1"},
                                            {"Exif.GPSInfo.GPSLongitudeRef", "W"}});
    const auto exif = readExif(file);
    QVERIFY(exif.ok());
    QCOMPARE(exif->takenAt.value(), std::string("2026-06-13T20:14:05.070+02:00"));
    QCOMPARE(exif->place.value(), std::string("43.40510000,-3.70000000"));
    QCOMPARE(exif->cameraMake, std::string("Lumen"));
    QCOMPARE(exif->cameraModel, std::string("L-1"));
    QCOMPARE(exif->orientation, 6);
    QCOMPARE(exif->width, 800U);
    QCOMPARE(exif->height, 600U);
  }

  void nonsenseInExifIsLeftOut() {
    const auto exif =
        readExif(withExif(jpeg(64, 64, gradient), {{"Exif.Photo.DateTimeOriginal", "2026:02:30 20:14:05"},
                                                   {"Exif.Photo.OffsetTimeOriginal", "+99:00"},
                                                   {"Exif.Image.Orientation", "9"},
                                                   {"Exif.GPSInfo.GPSLatitude", "143/1 24/0 0/1"},
                                                   {"Exif.GPSInfo.GPSLatitudeRef", "N"}}));
    QVERIFY(exif.ok());
    QVERIFY(!exif->takenAt && !exif->place);
    QCOMPARE(exif->orientation, 1);
    const auto none = readExif(jpeg(64, 64, gradient));
    QVERIFY(none.ok() && !none->takenAt);
    const auto noOffset =
        readExif(withExif(jpeg(64, 64, gradient), {{"Exif.Photo.DateTimeOriginal", "2026:02:28 20:14:05"}}));
    QCOMPARE(noOffset->takenAt.value(), std::string("2026-02-28T20:14:05.000"));
  }

  void previewIsTheSameEverywhere() {
    // Holds profile 1 to its bytes: a change here changes the identity of every photo.
    const Bytes source = jpeg(1000, 700, tiles);
    QCOMPARE(toHex(crypto::sha256(source)).substr(0, 8), std::string("c28a3213"));
    const auto preview = makePreview(source);
    QVERIFY(preview.ok());
    QCOMPARE(preview->hothash,
             std::string("e23bb945d42d0033c46964f66056c48fba6f0941752d457631bdbe6397882769"));
    QCOMPARE(preview->perceptual, std::string("366313359b88c8d6"));
    QCOMPARE(preview->width, 1000);
    QCOMPARE(preview->height, 700);
  }

  void previewIsUpright_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    // Where the stored top left corner is seen.
    QTest::newRow("1") << 1 << 0 << 0;
    QTest::newRow("2") << 2 << 1 << 0;
    QTest::newRow("3") << 3 << 1 << 1;
    QTest::newRow("4") << 4 << 0 << 1;
    QTest::newRow("5") << 5 << 0 << 0;
    QTest::newRow("6") << 6 << 1 << 0;
    QTest::newRow("7") << 7 << 1 << 1;
    QTest::newRow("8") << 8 << 0 << 1;
  }
  void previewIsUpright() {
    QFETCH(int, orientation);
    QFETCH(int, x);
    QFETCH(int, y);
    const auto preview = makePreview(jpeg(800, 600, corner), orientation);
    QVERIFY(preview.ok());
    for (int cx = 0; cx < 2; ++cx) {
      for (int cy = 0; cy < 2; ++cy) {
        const auto mean = meanOf(preview->jpeg, 10 + cx * 100, 10 + cy * 100, 20);
        QCOMPARE(mean[1] < 60, cx == x && cy == y);
      }
    }
    QCOMPARE(preview->width, orientation >= 5 ? 600 : 800);
  }

  void alikePicturesHaveNearHashes() {
    const auto a = makePreview(jpeg(1000, 700, gradient, 95)), b = makePreview(jpeg(1000, 700, gradient, 40));
    const auto c = makePreview(jpeg(1000, 700, tiles)),
               d = makePreview(jpeg(
                   500, 350, [](int x, int y, std::uint8_t*p) { tiles(2 * x, 2 * y, p); }, 50));
    QVERIFY(perceptualDistance(c->perceptual, d->perceptual) <= 10);
    QVERIFY(a->hothash != b->hothash);
    QVERIFY(perceptualDistance(a->perceptual, b->perceptual) <= 10);
    QVERIFY(perceptualDistance(a->perceptual, c->perceptual) > 10);
    QCOMPARE(perceptualDistance("0", c->perceptual), 64);
  }

  void tinyPicturesWork() {
    for (int side : {1, 2, 149, 151}) QVERIFY(makePreview(jpeg(side, 1, gradient)).ok());
  }

  void hostileBytesGiveErrors() {
    QVERIFY(makePreview({}).error().code == Code::unsupported);
    QVERIFY(makePreview(asBytes("GIF89a")).error().code == Code::unsupported);
    QVERIFY(readExif({}).error().code == Code::unsupported);
    QVERIFY(!readExif(asBytes("plain text, not a picture")));
    const Bytes good = jpeg(1000, 700, gradient);
    QVERIFY(makePreview(std::span(good).first(good.size() / 2)).error().code == Code::damaged);
    Bytes huge = good;
    for (std::size_t i = 0; i + 9 < huge.size(); ++i) {
      if (huge[i] == 0xFF && huge[i + 1] == 0xC0) {
        huge[i + 5] = huge[i + 7] = 0xF0;  // 61,440 and more on each side
        break;
      }
    }
    QVERIFY(makePreview(huge).error().code == Code::tooLarge);
  }

  void randomDamageNeverCrashes() {
    const char* given = std::getenv("FOYER_SEED");
    const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(seed));
    std::mt19937_64 random(seed);
    const Bytes good =
        withExif(jpeg(320, 200, gradient),
                 {{"Exif.Photo.DateTimeOriginal", "2026:06:13 20:14:05"}, {"Exif.Image.Make", "Lumen"}});
    for (int i = 0; i < 300; ++i) {
      Bytes bad = good.substr(0, random() % 4 == 0 ? random() % good.size() : good.size());
      for (std::size_t n = 1 + random() % 8; n > 0 && !bad.empty(); --n) {
        bad[random() % std::min<std::size_t>(bad.size(), 600)] = static_cast<std::uint8_t>(random());
      }
      const auto preview = makePreview(bad);
      const auto exif = readExif(bad);
      QVERIFY(preview.ok() || !preview.error().message.empty());
      QVERIFY(exif.ok() || !exif.error().message.empty());
    }
  }
};

QTEST_APPLESS_MAIN(MediaTest)
#include "media_test.moc"
