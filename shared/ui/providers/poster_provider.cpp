// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/poster_provider.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

#include "providers/poster_art.hpp"
#include "providers/stable_hash.hpp"

namespace foyer::ui {

namespace {

// Pixels for one unit of the 100-wide canvas while setting the title; the painter scales it to the asked
// size.
constexpr double kTextScale = 10;
constexpr QRectF kTitleBox(7, 101, 86, 43);

struct Treatment {
  QFont font;
  double largest;
  double leading;  // line distance in font sizes
  bool capitals;
};

Treatment treatment(std::uint32_t which) {
  QFont font;
  font.setHintingPreference(QFont::PreferNoHinting);
  switch (which % 3) {
    case 0:
      font.setFamilies({QStringLiteral("Bebas Neue"), QStringLiteral("Inter")});
      font.setWeight(QFont::Bold);
      return {font, 28, 0.94, true};
    case 1:
      font.setFamilies({QStringLiteral("Inter Display"), QStringLiteral("Inter")});
      font.setWeight(QFont::Bold);
      font.setLetterSpacing(QFont::PercentageSpacing, 96);
      return {font, 17, 1.06, false};
    default:
      font.setFamilies({QStringLiteral("EB Garamond"), QStringLiteral("Noto Sans")});
      font.setItalic(true);
      return {font, 20, 1.02, false};
  }
}

/// Breaks the title into lines of at most `width` units; empty when a word is wider.
QStringList breakLines(const QString& title, const QFontMetricsF& metrics, double width) {
  QStringList lines;
  for (const QString& word : title.split(u' ', Qt::SkipEmptyParts)) {
    if (metrics.horizontalAdvance(word) > width * kTextScale) return {};
    const QString longer = lines.isEmpty() ? word : lines.last() + u' ' + word;
    if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width * kTextScale) {
      lines.last() = longer;
    } else {
      lines.append(word);
    }
  }
  return lines;
}

/// The title's lines at `size` units, about equally long; empty when they do not fit the box.
QStringList linesThatFit(const QString& title, QFont font, double size, double leading) {
  font.setPixelSize(static_cast<int>(size * kTextScale));
  const QFontMetricsF metrics(font);
  QStringList lines = breakLines(title, metrics, kTitleBox.width());
  if (static_cast<double>(lines.size()) * size * leading > kTitleBox.height()) return {};
  for (double width = kTitleBox.width() - 2; width > 10; width -= 2) {
    const QStringList narrower = breakLines(title, metrics, width);
    if (narrower.isEmpty() || narrower.size() > lines.size()) break;
    lines = narrower;
  }
  return lines;
}

void paintTitle(QPainter& painter, const QString& title, const QColor& ink, std::uint32_t which) {
  const Treatment kind = treatment(which);
  const QString text = kind.capitals ? title.toUpper() : title;
  double size = kind.largest;
  QStringList lines;
  while (size > 6 && (lines = linesThatFit(text, kind.font, size, kind.leading)).isEmpty()) size -= 1;
  if (lines.isEmpty()) lines = {text.left(14)};
  QFont font = kind.font;
  font.setPixelSize(static_cast<int>(size * kTextScale));
  painter.save();
  painter.scale(1 / kTextScale, 1 / kTextScale);
  painter.setFont(font);
  painter.setPen(ink);
  // Set from the foot upwards, so that a short title stands at the bottom as on a printed poster.
  double baseline = (kTitleBox.bottom() - size * 0.14) * kTextScale;
  for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
    painter.drawText(QPointF(kTitleBox.left() * kTextScale, baseline), *line);
    baseline -= size * kind.leading * kTextScale;
  }
  painter.restore();
}

}  // namespace

QImage paintPoster(const QString& id, const QString& title, QSize size, double radius) {
  const std::uint32_t hash = stableHash(id);
  const PosterPalette palette = posterPalette(static_cast<int>((hash >> 8) % kPosterPalettes));
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  QImage art(size, QImage::Format_ARGB32_Premultiplied);
  art.fill(palette.ground);
  {
    QPainter inner(&art);
    inner.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    inner.scale(size.width() / 100.0, size.height() / 150.0);
    paintPosterArt(inner, static_cast<int>(hash % kPosterCompositions), palette, hash >> 16);
    paintTitle(inner, title, palette.ink, hash >> 12);
  }
  const QRectF whole(image.rect());
  painter.setPen(Qt::NoPen);
  painter.setBrush(QBrush(art));
  painter.drawRoundedRect(whole, radius, radius);
  QColor hair = palette.ink;
  hair.setAlphaF(0.16F);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(hair, 1.5));
  painter.drawRoundedRect(whole.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
  return image;
}

QImage PosterProvider::requestImage(const QString& id, QSize* size, const QSize& requested) {
  const QString key = QUrl::fromPercentEncoding(id.section(u'?', 0, 0).toUtf8());
  const QUrlQuery query(id.section(u'?', 1));
  const int width = requested.width() > 0 ? requested.width() : 240;
  QImage image =
      paintPoster(key, query.queryItemValue(QStringLiteral("title"), QUrl::FullyDecoded),
                  QSize(width, width * 3 / 2), query.queryItemValue(QStringLiteral("radius")).toDouble());
  if (size) *size = image.size();
  return image;
}

}  // namespace foyer::ui
