// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "jpeg.hpp"

namespace foyer::media {
namespace {

/// Where the upright pixel (x, y) of a w x h picture lies in the stored one.
std::pair<int, int> stored(int x, int y, int w, int h, int orientation) {
  switch (orientation) {
    case 2:
      return {w - 1 - x, y};
    case 3:
      return {w - 1 - x, h - 1 - y};
    case 4:
      return {x, h - 1 - y};
    case 5:
      return {y, x};
    case 6:
      return {y, w - 1 - x};
    case 7:
      return {h - 1 - y, w - 1 - x};
    case 8:
      return {h - 1 - y, x};
    default:
      return {x, y};
  }
}

}  // namespace

Picture uprightSquare(const Picture& picture, int orientation, int side) {
  const bool lying = orientation >= 5 && orientation <= 8;
  const int w = lying ? picture.height : picture.width, h = lying ? picture.width : picture.height;
  const int crop = std::min(w, h), left = (w - crop) / 2, top = (h - crop) / 2;
  // Each output pixel is the mean of the source pixels it touches; a source smaller than `side` repeats
  // pixels.
  const auto edge = [&](int i) { return static_cast<int>(static_cast<std::int64_t>(i) * crop / side); };
  Picture out{side, side,
              std::vector<std::uint8_t>(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 3)};
  std::size_t o = 0;
  for (int y = 0; y < side; ++y) {
    const int y0 = edge(y), y1 = std::max(edge(y + 1), y0 + 1);
    for (int x = 0; x < side; ++x) {
      const int x0 = edge(x), x1 = std::max(edge(x + 1), x0 + 1);
      std::array<std::uint64_t, 3> sum{};
      for (int sy = y0; sy < y1; ++sy) {
        for (int sx = x0; sx < x1; ++sx) {
          const auto [px, py] = stored(left + sx, top + sy, w, h, orientation);
          const std::uint8_t* p = picture.at(px, py);
          for (std::size_t c = 0; c < 3; ++c) sum[c] += p[c];
        }
      }
      const auto count = static_cast<std::uint64_t>(x1 - x0) * static_cast<std::uint64_t>(y1 - y0);
      for (std::size_t c = 0; c < 3; ++c)
        out.rgb[o++] = static_cast<std::uint8_t>((sum[c] + count / 2) / count);
    }
  }
  return out;
}

Picture upright(Picture picture, int orientation) {
  if (orientation <= 1 || orientation > 8) return picture;
  const bool lying = orientation >= 5;
  Picture out{lying ? picture.height : picture.width, lying ? picture.width : picture.height, {}};
  out.rgb.reserve(picture.rgb.size());
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const auto [px, py] = stored(x, y, out.width, out.height, orientation);
      const std::uint8_t* p = picture.at(px, py);
      out.rgb.insert(out.rgb.end(), p, p + 3);
    }
  }
  return out;
}

}  // namespace foyer::media
