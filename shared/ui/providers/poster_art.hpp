// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <cstdint>

class QPainter;

namespace foyer::ui {

/// Five colours of a poster: the solid ground, three for the drawing, and the ink of the title on the ground.
struct PosterPalette {
  QColor ground, first, second, third, ink;
};

inline constexpr int kPosterCompositions = 12;
inline constexpr int kPosterPalettes = 14;

PosterPalette posterPalette(int index);

/// Paints a composition on a canvas of 100 x 150 units; the drawing stays above y = 98, below is the title's
/// ground.
void paintPosterArt(QPainter& painter, int composition, const PosterPalette& palette, std::uint32_t seed);

}  // namespace foyer::ui
