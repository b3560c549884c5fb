// SPDX-License-Identifier: GPL-3.0-or-later
#include "comp_card.hpp"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace foyer::mobile {
namespace {

constexpr int kDpi = 300;
/// A5 in points; everything below is in points.
constexpr qreal kWidth = 420, kHeight = 595, kMargin = 28, kHead = 118, kQr = 84, kGap = 10;
const QColor kVelvet("#8A1C42"), kInk("#1A1417"), kInk2("#463D42"), kLine("#DDD6DA");

QFont font(const char* family, qreal points, int weight) {
  QFont font(QString::fromLatin1(family));
  font.setPixelSize(1);
  font.setPointSizeF(points);
  font.setWeight(static_cast<QFont::Weight>(weight));
  return font;
}

class Drawing {
 public:
  Drawing(QPdfWriter& writer, const CompCard& card) : m_card(card), m_painter(&writer) {
    m_painter.scale(kDpi / 72.0, kDpi / 72.0);
    m_painter.setRenderHint(QPainter::Antialiasing);
  }

  bool sound() const { return m_painter.isActive(); }

  void draw() {
    head();
    qreal y = kHead + 18;
    for (const CompCard::Section& section : m_card.sections) {
      const qreal height = heightOf(section);
      if (y + height > kHeight - kMargin - kQr - kGap) break;
      drawSection(section, y);
      y += height + kGap;
    }
    foot();
    m_painter.end();
  }

 private:
  /// Text sizes are in points already, so the scaled painter needs them in its own units.
  void use(QFont font) {
    font.setPixelSize(qMax(1, qRound(font.pointSizeF())));
    m_painter.setFont(font);
  }
  void text(const QRectF& place, const QString& words, int flags = Qt::AlignLeft | Qt::AlignTop) {
    m_painter.drawText(place, flags | Qt::TextWordWrap, words);
  }
  qreal textHeight(const QString& words, qreal width) {
    return m_painter.boundingRect(QRectF(0, 0, width, 1000), Qt::TextWordWrap, words).height();
  }

  void head() {
    m_painter.fillRect(QRectF(0, 0, kWidth, kHead), kVelvet);
    m_painter.setPen(Qt::white);
    use(font("Inter Display", m_card.name.size() > 22 ? 22 : 30, QFont::Bold));
    text(QRectF(kMargin, 22, kWidth - 2 * kMargin, 44), m_card.name, Qt::AlignLeft | Qt::AlignVCenter);
    use(font("Inter", 11, QFont::Medium));
    text(QRectF(kMargin, 66, kWidth - 2 * kMargin, 20), m_card.title);
    use(font("JetBrains Mono", 11, QFont::DemiBold));
    text(QRectF(kMargin, 88, kWidth - 2 * kMargin, 20), m_card.code);
  }

  static constexpr qreal kLabel = 112, kTitle = 20, kRow = 3;
  static constexpr qreal kValue = kWidth - 2 * kMargin - kLabel;

  qreal heightOf(const CompCard::Section& section) {
    use(font("Inter", 9.5, QFont::Normal));
    qreal height = kTitle;
    for (const auto& row : section.rows) height += textHeight(row.second, kValue) + kRow;
    return height;
  }

  void drawSection(const CompCard::Section& section, qreal y) {
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(section.color);
    m_painter.drawEllipse(QRectF(kMargin, y, 14, 14));
    m_painter.setPen(Qt::white);
    use(font("Inter", 8, QFont::Bold));
    text(QRectF(kMargin, y, 14, 14), QString::number(section.number), Qt::AlignCenter);
    m_painter.setPen(section.color);
    use(font("Inter", 11, QFont::DemiBold));
    text(QRectF(kMargin + 20, y - 1, kWidth - 2 * kMargin - 20, 18), section.title);
    y += kTitle;
    for (const auto& row : section.rows) {
      m_painter.setPen(kInk2);
      use(font("Inter", 9.5, QFont::Normal));
      text(QRectF(kMargin, y, kLabel, 14), row.first);
      m_painter.setPen(kInk);
      const qreal height = textHeight(row.second, kValue);
      text(QRectF(kMargin + kLabel, y, kValue, height), row.second);
      y += height + kRow;
    }
  }

  void foot() {
    const qreal top = kHeight - kMargin - kQr;
    m_painter.setPen(QPen(kLine, 1));
    m_painter.drawLine(QPointF(kMargin, top - 6), QPointF(kWidth - kMargin, top - 6));
    if (!m_card.qr.isNull()) {
      m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
      m_painter.drawImage(QRectF(kWidth - kMargin - kQr, top, kQr, kQr), m_card.qr);
    }
    m_painter.setPen(kInk2);
    use(font("Inter", 9, QFont::Normal));
    text(QRectF(kMargin, top, kWidth - 2 * kMargin - kQr - kGap, kQr), m_card.foot,
         Qt::AlignLeft | Qt::AlignBottom);
  }

  const CompCard& m_card;
  QPainter m_painter;
};

}  // namespace

bool writeCompCard(QIODevice& device, const CompCard& card) {
  QPdfWriter writer(&device);
  writer.setResolution(kDpi);
  writer.setPageSize(QPageSize(QPageSize::A5));
  writer.setPageMargins(QMarginsF());
  writer.setTitle(card.name);
  writer.setCreator(QStringLiteral("Foyer"));
  Drawing drawing(writer, card);
  if (!drawing.sound()) return false;
  drawing.draw();
  return true;
}

}  // namespace foyer::mobile
