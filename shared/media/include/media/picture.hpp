// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "media/kind.hpp"

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

/// The whole picture of any known kind, upright and reduced by a power of two so that its short side still
/// has `shortSide` pixels where the original does. For looking at; errors as makePreview(). Blocks.
Result<Picture> decodePicture(Kind kind, std::span<const std::uint8_t> file, int orientation, int shortSide);

}  // namespace foyer::media
