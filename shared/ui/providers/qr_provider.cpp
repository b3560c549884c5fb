// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/qr_provider.hpp"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QUrl>
#include <algorithm>

namespace foyer::ui {

namespace {
constexpr int kQuietModules = 4;
constexpr int kErrorCorrectionM = 2;  // ZXing counts 0..8 over the four levels of QR
}  // namespace

QImage paintQr(const QString& text) {
  try {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(kQuietModules).setEccLevel(kErrorCorrectionM);
    const ZXing::BitMatrix bits = writer.encode(text.toStdWString(), 0, 0);
    QImage image(bits.width(), bits.height(), QImage::Format_RGB32);
    for (int y = 0; y < bits.height(); ++y)
      for (int x = 0; x < bits.width(); ++x) image.setPixel(x, y, bits.get(x, y) ? 0xff1a1417 : 0xffffffff);
    return image;
  } catch (const std::exception&) {
    return {};
  }
}

QImage QrProvider::requestImage(const QString& id, QSize* size, const QSize& requested) {
  QImage image = paintQr(QUrl::fromPercentEncoding(id.toUtf8()));
  if (image.isNull()) return image;
  const int wanted = requested.width() > 0 ? requested.width() : image.width() * 8;
  const int scale = std::max(1, wanted / image.width());
  image = image.scaled(image.size() * scale, Qt::IgnoreAspectRatio, Qt::FastTransformation);
  if (size) *size = image.size();
  return image;
}

}  // namespace foyer::ui
