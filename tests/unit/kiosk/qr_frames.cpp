// SPDX-License-Identifier: GPL-3.0-or-later
#include "qr_frames.hpp"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QTransform>
#include <algorithm>
#include <random>

namespace qr_frames {
namespace {

QImage blurred(const QImage& image, int radius) {
  if (radius == 0) return image;
  QImage out = image;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      int sum = 0, count = 0;
      for (int dy = -radius; dy <= radius; ++dy) {
        for (int dx = -radius; dx <= radius; ++dx) {
          const int px = x + dx, py = y + dy;
          if (px < 0 || py < 0 || px >= image.width() || py >= image.height()) continue;
          sum += image.constScanLine(py)[px];
          ++count;
        }
      }
      out.scanLine(y)[x] = static_cast<uchar>(sum / count);
    }
  }
  return out;
}

void addNoise(QImage& image, int most) {
  std::mt19937 random(7);
  if (most == 0) return;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      const int change = static_cast<int>(random() % static_cast<unsigned>(2 * most + 1)) - most;
      image.scanLine(y)[x] = static_cast<uchar>(std::clamp(image.constScanLine(y)[x] + change, 0, 255));
    }
  }
}

void paint(QPainter& painter, const std::string& text, const QPointF& centre, const Look& look) {
  const QImage code = modules(text);
  const double side = (code.width() + 8) * look.module;  // with four quiet modules around
  const double far = side * (1 - look.tilt);
  const QPolygonF corners({QPointF(-far / 2, -side / 2), QPointF(far / 2, -side / 2),
                           QPointF(side / 2, side / 2), QPointF(-side / 2, side / 2)});
  const double units = code.width() + 8;
  QTransform project;
  QTransform::quadToQuad(
      QPolygonF({QPointF(0, 0), QPointF(units, 0), QPointF(units, units), QPointF(0, units)}), corners,
      project);
  painter.setTransform(project * QTransform().rotate(look.angle) *
                       QTransform::fromTranslate(centre.x(), centre.y()));
  painter.fillRect(QRectF(0, 0, units, units), QColor(look.light, look.light, look.light));
  painter.setBrush(QColor(look.dark, look.dark, look.dark));
  painter.setPen(Qt::NoPen);
  QPainterPath dark;
  for (int y = 0; y < code.height(); ++y) {
    for (int x = 0; x < code.width(); ++x) {
      if (qGray(code.pixel(x, y)) < 128) dark.addRect(QRectF(x + 4, y + 4, 1, 1));
    }
  }
  painter.drawPath(dark.simplified());
}

}  // namespace

QImage modules(const std::string& text) {
  ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
  writer.setMargin(0).setEccLevel(4).setEncoding(ZXing::CharacterSet::ISO8859_1);
  const ZXing::BitMatrix bits = writer.encode(std::wstring(text.begin(), text.end()), 0, 0);
  QImage out(bits.width(), bits.height(), QImage::Format_Grayscale8);
  for (int y = 0; y < out.height(); ++y) {
    for (int x = 0; x < out.width(); ++x) out.scanLine(y)[x] = bits.get(x, y) ? 0 : 255;
  }
  return out;
}

QImage frame(const std::string& text, const Look& look) {
  QImage canvas = empty(look.width, look.height).convertToFormat(QImage::Format_RGB32);
  {
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, text, QPointF(look.width * 0.52, look.height * 0.49), look);
  }
  QImage out = blurred(canvas.convertToFormat(QImage::Format_Grayscale8), look.blur);
  addNoise(out, look.noise);
  if (look.inverted) out.invertPixels();
  return out;
}

QImage several(const std::vector<std::string>& texts) {
  QImage canvas = empty().convertToFormat(QImage::Format_RGB32);
  {
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    Look look;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      look.module = i == 0 ? 6 : 4;
      paint(painter, texts[i], QPointF(260 + 380.0 * static_cast<double>(i), 360), look);
    }
  }
  return canvas.convertToFormat(QImage::Format_Grayscale8);
}

QImage empty(int width, int height) {
  QImage out(width, height, QImage::Format_Grayscale8);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      out.scanLine(y)[x] = static_cast<uchar>(90 + 60 * x / width + ((x / 40 + y / 30) % 3) * 12);
    }
  }
  return out;
}

}  // namespace qr_frames
