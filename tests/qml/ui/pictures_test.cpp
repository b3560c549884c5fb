// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made on the CPU: right for readers, and the same on every device.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <QFontInfo>
#include <QImage>
#include <QQuickImageProvider>
#include <QTest>
#include <QUrl>
#include <set>

#include "host.hpp"

class PicturesTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Host> m_host;

  QImage picture(const QString& url, QSize size) {
    const QString provider = url.section('/', 2, 2);
    auto* found = static_cast<QQuickImageProvider*>(m_host->engine().imageProvider(provider));
    QSize real;
    return found->requestImage(url.section('/', 3), &real, size);
  }

 private slots:
  void initTestCase() { m_host = std::make_unique<Host>("Item {}"); }

  void qrIsReadBackWithItsQuietZone() {
    const QString text = "FOYER:7K2/%4?é=1&x";
    const QImage code = picture("image://qr/" + QString::fromUtf8(QUrl::toPercentEncoding(text)), {300, 300});
    QVERIFY(code.width() <= 300 && code.width() > 200);
    const QImage grey = code.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const auto read = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    QVERIFY(read.isValid());
    QCOMPARE(QString::fromStdString(read.text()), text);
    const int module = code.width() / picture("image://qr/" + QUrl::toPercentEncoding(text), {1, 1}).width();
    for (int i = 0; i < 4 * module; ++i) {
      QCOMPARE(code.pixel(i, code.height() / 2), 0xffffffffU);
      QCOMPARE(code.pixel(code.width() / 2, i), 0xffffffffU);
    }
    QVERIFY(code.pixel(4 * module, 4 * module) != 0xffffffffU);
  }

  void qrRefusesWhatDoesNotFit() {
    QVERIFY(picture("image://qr/" + QString(9000, 'a'), {300, 300}).isNull());
  }

  void posterIsTheSameEverywhereAndDiffers() {
    const QImage first = picture("image://poster/0190a1?title=Stalker", {120, 180});
    QCOMPARE(first, picture("image://poster/0190a1?title=Stalker", {120, 180}));
    QCOMPARE(first.size(), QSize(120, 180));
    std::set<QByteArray> looks;
    for (int i = 0; i < 60; ++i) {
      const QImage one = picture(QString("image://poster/title-%1?title=").arg(i), {20, 30});
      looks.insert(QByteArray(reinterpret_cast<const char*>(one.constBits()), one.sizeInBytes()));
    }
    QVERIFY2(looks.size() > 40, qPrintable(QString::number(looks.size())));
  }

  void posterTitlesFitTheirGround() {
    // A title may only use its own ground: above the block the picture does not depend on it.
    for (int i = 0; i < 40; ++i) {
      const QString id = QString("image://poster/p%1?title=").arg(i);
      const QImage bare = picture(id, {200, 300});
      const QImage titled = picture(
          id + "The%20Assassination%20of%20Jesse%20James%20by%20the%20Coward%20Robert%20Ford", {200, 300});
      QVERIFY(bare != titled);
      for (int y = 2; y < 190; ++y)
        for (int x = 2; x < 198; x += 3) QCOMPARE(titled.pixel(x, y), bare.pixel(x, y));
      for (int y = 190; y < 298; ++y) QCOMPARE(titled.pixel(4, y), bare.pixel(4, y));
    }
  }

  void faceKeepsItsColourAndIsRound() {
    const QImage face = picture("image://face/MM/account-1", {80, 80});
    QCOMPARE(qAlpha(face.pixel(0, 0)), 0);
    QCOMPARE(qAlpha(face.pixel(40, 6)), 255);
    QCOMPARE(picture("image://face/X/account-1", {80, 80}).pixel(40, 6), face.pixel(40, 6));
    QCOMPARE(qAlpha(picture("image://face/MM/account-1?square=10", {80, 80}).pixel(5, 5)), 255);
  }

  void iconTakesItsColour() {
    const QImage icon = picture("image://icon/plus/%23ff0000", {48, 48});
    QCOMPARE(icon.pixel(24, 24), 0xffff0000U);
    QCOMPARE(qAlpha(icon.pixel(2, 2)), 0);
    QTest::ignoreMessage(QtWarningMsg, "No icon named \"nothing\"");
    QVERIFY(picture("image://icon/nothing/%23ff0000", {48, 48}).isNull());
  }

  void fontsAreTheBundledOnes() {
    for (const char* family :
         {"Inter", "Inter Display", "JetBrains Mono", "Bebas Neue", "EB Garamond", "Noto Sans"})
      QCOMPARE(QFontInfo(QFont(family)).family(), QString(family));
    QFont strong("Inter");
    strong.setWeight(QFont::DemiBold);
    QCOMPARE(QFontInfo(strong).weight(), static_cast<int>(QFont::DemiBold));
  }
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
