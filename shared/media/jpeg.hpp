// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "media/picture.hpp"

namespace foyer::media {

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

/// The whole picture turned upright.
Picture upright(Picture picture, int orientation);

/// 64-bit difference hash of an upright square.
std::uint64_t differenceHash(const Picture& square);

}  // namespace foyer::media
