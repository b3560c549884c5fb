// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/dash_provider.hpp"

#include <QPainter>
#include <QUrl>
#include <algorithm>

namespace foyer::ui {

QImage DashProvider::requestImage(const QString& id, QSize* size, const QSize& requested) {
  const QColor colour(QUrl::fromPercentEncoding(id.section(u'/', 0, 0).toUtf8()));
  const double radius = id.section(u'/', 1, 1).toDouble();
  const double scale = std::max(1.0, id.section(u'/', 2, 2).toDouble());
  QImage image(requested.expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  QPen pen(colour, scale);
  pen.setDashPattern({3.5, 3.0});
  pen.setCapStyle(Qt::FlatCap);
  painter.setPen(pen);
  const double half = scale / 2;
  painter.drawRoundedRect(QRectF(image.rect()).adjusted(half, half, -half, -half), radius, radius);
  if (size) *size = image.size();
  return image;
}

}  // namespace foyer::ui
