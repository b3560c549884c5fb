// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/icon_provider.hpp"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QUrl>

namespace foyer::ui {

QImage paintIcon(const QString& name, const QColor& colour, int side, double stroke) {
  QFile file(QStringLiteral(":/foyer/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QByteArray svg = file.readAll();
  svg.replace("stroke-width=\"2\"", "stroke-width=\"" + QByteArray::number(stroke) + "\"");
  QSvgRenderer renderer(svg);
  QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  renderer.render(&painter, QRectF(0, 0, side, side));
  painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
  painter.fillRect(image.rect(), colour);
  return image;
}

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requested) {
  const QString path = id.section(u'?', 0, 0);
  const QString name = path.section(u'/', 0, 0);
  const QColor colour(QUrl::fromPercentEncoding(path.section(u'/', 1).toUtf8()));
  const double stroke = id.endsWith(QStringLiteral("?bold"))    ? 3.2
                        : id.endsWith(QStringLiteral("?small")) ? 2.3
                                                                : 2.0;
  const int side = requested.width() > 0 ? requested.width() : 24;
  QImage image = paintIcon(name, colour.isValid() ? colour : Qt::black, side, stroke);
  if (image.isNull()) qWarning("No icon named \"%s\"", qPrintable(name));
  if (size) *size = image.size();
  return image;
}

QImage LogoProvider::requestImage(const QString& id, QSize* size, const QSize& requested) {
  QFile file(QStringLiteral(":/foyer/logo.svg"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QColor arch(QUrl::fromPercentEncoding(id.toUtf8()));
  QByteArray svg = file.readAll();
  if (arch.isValid()) svg.replace("#8A1C42", arch.name().toLatin1());
  QSvgRenderer renderer(svg);
  QImage image(requested.isValid() ? requested : QSize(64, 64), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  renderer.render(&painter, QRectF(image.rect()));
  if (size) *size = image.size();
  return image;
}

}  // namespace foyer::ui
