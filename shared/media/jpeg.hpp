// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"

namespace foyer::media {

/// Pixels in rows of red, green, blue.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;

  const std::uint8_t* at(int x, int y) const {
    return rgb.data() +
           (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
  }
};

struct Decoded {
  Picture picture;  ///< possibly reduced
  int fullWidth = 0;
  int fullHeight = 0;
};

/// Decodes at the smallest power-of-two scale that keeps `shortSide` pixels on the short side.
Result<Decoded> decodeJpeg(std::span<const std::uint8_t> file, int shortSide);
/// Quality 80, 4:2:0, no metadata.
Bytes encodeJpeg(const Picture& picture);

/// Upright centre square of `side` pixels, averaged in integers.
Picture uprightSquare(const Picture& picture, int orientation, int side);

/// 64-bit difference hash of an upright square.
std::uint64_t differenceHash(const Picture& square);

}  // namespace foyer::media
