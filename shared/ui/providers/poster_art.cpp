// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/poster_art.hpp"

#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>

namespace foyer::ui {

namespace {

using Palette = PosterPalette;

constexpr double kArt = 98;  // lowest line of the drawing

void polygon(QPainter& p, const QColor& colour, std::initializer_list<QPointF> points) {
  p.setBrush(colour);
  p.drawPolygon(QPolygonF(QList<QPointF>(points)));
}

void disc(QPainter& p, const QColor& colour, double x, double y, double r) {
  p.setBrush(colour);
  p.drawEllipse(QPointF(x, y), r, r);
}

QColor mix(const QColor& a, const QColor& b, double t) {
  return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * t),
                          static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * t),
                          static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * t));
}

void mountains(QPainter& p, const Palette& c, std::uint32_t s) {
  const double peak = 26 + s % 14;
  disc(p, c.third, 71, 21, 15);
  polygon(p, c.first, {{peak + 5, 16}, {-8, kArt - 8}, {-8, kArt}, {62, kArt}});
  polygon(p, mix(c.first, c.ground, 0.35), {{peak + 5, 16}, {37, kArt}, {74, kArt}});
  polygon(p, c.second, {{74, 38}, {46, kArt}, {108, kArt}, {108, 92}});
}

void door(QPainter& p, const Palette& c, std::uint32_t s) {
  const double x = 28 + s % 6;
  p.fillRect(QRectF(x + 2, 16, 40, 84), mix(c.ground, c.first, 0.28));
  polygon(p, c.first, {{x + 2, 16}, {x + 28, 27}, {x + 28, 106}, {x + 2, 100}});
  disc(p, c.ground, x + 23, 66, 2);
}

void dots(QPainter& p, const Palette& c, std::uint32_t s) {
  for (int row = 0; row < 8; ++row)
    for (int column = 0; column < 7; ++column) {
      const bool accent = (row * 3 + column * 5 + static_cast<int>(s % 7)) % 7 == 0;
      disc(p, accent ? c.second : c.first, 11 + column * 13, 9 + row * 12.4, 0.9 + (row + column) * 0.34);
    }
}

void sunset(QPainter& p, const Palette& c, std::uint32_t s) {
  const double x = 38 + s % 24;
  disc(p, c.first, x, 67, 27);
  p.fillRect(QRectF(0, 80, 100, 18), c.ground);
  p.fillRect(QRectF(0, 76, 100, 5), c.second);
  p.fillRect(QRectF(x - 16, 85, 32, 2.4), mix(c.ground, c.first, 0.5));
  p.fillRect(QRectF(x - 9, 91, 18, 2.4), mix(c.ground, c.first, 0.35));
}

void rings(QPainter& p, const Palette& c, std::uint32_t s) {
  const std::array<QColor, 3> cycle{c.first, c.ground, c.second};
  const double y = 50 + s % 8;
  for (int i = 0; i < 7; ++i) disc(p, cycle[static_cast<std::size_t>(i % 3)], 50, y, 54 - i * 7.6);
}

void halves(QPainter& p, const Palette& c, std::uint32_t s) {
  const double split = 50;
  p.fillRect(QRectF(0, 0, split, kArt), c.first);
  const QRectF circle(13, 22 + s % 8, 74, 74);
  p.setBrush(c.third);
  p.drawPie(circle, 90 * 16, 180 * 16);
  p.setBrush(c.second);
  p.drawPie(circle, -90 * 16, 180 * 16);
}

void windows(QPainter& p, const Palette& c, std::uint32_t s) {
  for (int row = 0; row < 4; ++row)
    for (int column = 0; column < 3; ++column) {
      const bool lit = static_cast<std::uint32_t>(row * 3 + column) == s % 12;
      p.fillRect(QRectF(13 + column * 26, 10 + row * 20.5, 21, 16.500), lit ? c.second : c.first);
    }
  p.fillRect(QRectF(0, 95, 100, 3), c.third);
}

void stripes(QPainter& p, const Palette& c, std::uint32_t s) {
  const double lean = 18 + s % 18;
  for (int i = -2; i < 6; ++i) {
    const double x = i * 25;
    polygon(p, i % 2 == 0 ? c.first : c.second,
            {{x + lean, 0}, {x + lean + 12, 0}, {x + 12, kArt}, {x, kArt}});
  }
}

void steps(QPainter& p, const Palette& c, std::uint32_t s) {
  disc(p, c.third, 26, 26 + s % 8, 13);
  for (int i = 0; i < 5; ++i)
    p.fillRect(QRectF(10 + i * 20, 84 - i * 15, 101 - i * 20, kArt - 84 + i * 15),
               mix(c.first, c.second, i / 4.0));
}

void waves(QPainter& p, const Palette& c, std::uint32_t s) {
  disc(p, c.third, 70, 24, 13);
  for (int i = 0; i < 4; ++i) {
    const double y = 42 + i * 15;
    const double shift = ((s >> i) % 25) - 12.0;
    QPainterPath wave(QPointF(-30 + shift, y));
    for (int x = 0; x < 4; ++x) {
      const double left = -30 + shift + x * 44;
      wave.cubicTo(left + 15, y - 14, left + 29, y + 14, left + 44, y);
    }
    wave.lineTo(160, kArt);
    wave.lineTo(-60, kArt);
    p.fillPath(wave, mix(c.first, c.second, i / 3.0));
  }
}

void arches(QPainter& p, const Palette& c, std::uint32_t s) {
  for (int i = 0; i < 4; ++i) {
    const double half = 40 - i * 9.5;
    const double top = 12 + i * 12.0;
    QPainterPath arch(QPointF(50 - half, kArt));
    arch.lineTo(50 - half, top + half);
    arch.arcTo(QRectF(50 - half, top, half * 2, half * 2), 180, -180);
    arch.lineTo(50 + half, kArt);
    p.fillPath(arch, i % 2 == 0 ? c.first : (s % 2 == 0 ? c.second : c.ground));
  }
  disc(p, c.third, 50, 84, 6);
}

void beams(QPainter& p, const Palette& c, std::uint32_t s) {
  const double x = 30 + s % 40;
  for (int i = 0; i < 9; ++i) {
    const double left = -70 + i * 30;
    polygon(p, i % 2 == 0 ? c.first : c.second, {{x, 14}, {left, kArt + 30}, {left + 16, kArt + 30}});
  }
  disc(p, c.third, x, 14, 8);
}

using Composition = void (*)(QPainter&, const Palette&, std::uint32_t);
constexpr std::array<Composition, kPosterCompositions> kAll{mountains, door,    dots,  sunset, rings,  halves,
                                                            windows,   stripes, steps, waves,  arches, beams};

constexpr std::array<std::array<QRgb, 5>, kPosterPalettes> kPalettes{{
    {0xffe4572e, 0xffffc914, 0xff97801f, 0xff17242c, 0xfffff6e0},
    {0xff22223b, 0xffc9ada7, 0xff4a4e69, 0xfff2e9e4, 0xfff5ece6},
    {0xffe9e3d8, 0xff1d3557, 0xffe63946, 0xffa8b8c4, 0xff1d3557},
    {0xff13353b, 0xffe0b384, 0xffc89666, 0xfff3dcb6, 0xfffff6e4},
    {0xfff2c14e, 0xff2b2118, 0xffd1495b, 0xfffff3d6, 0xff2b2118},
    {0xff101010, 0xff9c3642, 0xffe6e1da, 0xff2a2a2a, 0xffffffff},
    {0xff0d1b2a, 0xff1b4965, 0xffffb85c, 0xff2f9fc4, 0xffffffff},
    {0xff5b1a2e, 0xfff49d9d, 0xffa63d57, 0xffffd6c9, 0xffffeee8},
    {0xff2e4a32, 0xffa7c957, 0xff6a994e, 0xfff2e8cf, 0xfff7f1dd},
    {0xfff5efe6, 0xff3a5a40, 0xffdda15e, 0xffbc6c25, 0xff283618},
    {0xff3d2c5e, 0xffb79ced, 0xff7d5ba6, 0xffffd23f, 0xfff6f0ff},
    {0xffbfd7ea, 0xff0b3954, 0xffff6663, 0xffffffff, 0xff0b3954},
    {0xff4a2511, 0xffe09f3e, 0xff9e2a2b, 0xfffff3b0, 0xfffff3d0},
    {0xff1f5c6b, 0xfff6f7d7, 0xff3ec1d3, 0xffff9a3c, 0xfffdfdf0},
}};

}  // namespace

PosterPalette posterPalette(int index) {
  const auto& c = kPalettes[static_cast<std::size_t>(index % kPosterPalettes)];
  return {QColor(c[0]), QColor(c[1]), QColor(c[2]), QColor(c[3]), QColor(c[4])};
}

void paintPosterArt(QPainter& painter, int composition, const PosterPalette& palette, std::uint32_t seed) {
  painter.save();
  painter.setPen(Qt::NoPen);
  painter.setClipRect(QRectF(0, 0, 100, kArt));
  kAll[static_cast<std::size_t>(composition % kPosterCompositions)](painter, palette, seed);
  painter.restore();
}

}  // namespace foyer::ui
