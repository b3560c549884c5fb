// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/face_provider.hpp"

#include <QPainter>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>
#include <array>

#include "providers/stable_hash.hpp"

namespace foyer::ui {

std::pair<QColor, QColor> faceColours(const QString& hash) {
  static const std::array<std::pair<QRgb, QRgb>, 8> kGrounds{{
      {0xffcfe2f3, 0xff0c3f6e},  // sky
      {0xffdbe7c9, 0xff34481a},  // moss
      {0xfff6dcbf, 0xff653a05},  // sand
      {0xffdcd5f2, 0xff44308a},  // lilac
      {0xffead4db, 0xff6e1233},  // rose
      {0xffcce7e3, 0xff0b4a46},  // mint
      {0xfff3e5ac, 0xff574400},  // straw
      {0xffe1dde0, 0xff3d353a},  // stone
  }};
  const auto& [ground, ink] = kGrounds[stableHash(hash) % kGrounds.size()];
  return {QColor(ground), QColor(ink)};
}

QImage FaceProvider::requestImage(const QString& id, QSize* size, const QSize& requested) {
  const QString path = id.section(u'?', 0, 0);
  const QUrlQuery query(id.section(u'?', 1));
  const QString initials = QUrl::fromPercentEncoding(path.section(u'/', 0, 0).toUtf8());
  const QString hash = QUrl::fromPercentEncoding(path.section(u'/', 1).toUtf8());
  const auto [ground, ink] = faceColours(hash.isEmpty() ? initials : hash);
  const int side = requested.width() > 0 ? requested.width() : 80;

  QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  QRectF disc(0, 0, side, side);
  const QColor ring(query.queryItemValue(QStringLiteral("ring"), QUrl::FullyDecoded));
  if (ring.isValid()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ring);
    painter.drawEllipse(disc);
    const double edge = std::max(1.5, side / 18.0);
    disc.adjust(edge, edge, -edge, -edge);
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  const double radius = query.queryItemValue(QStringLiteral("square")).toDouble();
  if (radius > 0) {
    painter.drawRoundedRect(disc, radius, radius);
  } else {
    painter.drawEllipse(disc);
  }
  QFont font(QStringLiteral("Inter"));
  font.setWeight(QFont::DemiBold);
  font.setPixelSize(std::max(8, static_cast<int>(disc.width() * (initials.size() > 1 ? 0.37 : 0.40))));
  font.setHintingPreference(QFont::PreferNoHinting);
  painter.setFont(font);
  painter.setPen(ink);
  painter.drawText(disc, Qt::AlignCenter, initials.left(2));
  if (size) *size = image.size();
  return image;
}

}  // namespace foyer::ui
