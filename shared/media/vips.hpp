// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "jpeg.hpp"
#include "media/kind.hpp"

namespace foyer::media {

/// Decodes PNG, WebP, TIFF and HEIC, reduced as decodeJpeg() does it: by the largest power of two that keeps
/// `shortSide` pixels on the short side, each pixel the mean of those it stands for. Transparent parts are
/// white. HEIC comes upright, whatever its orientation says.
Result<Decoded> decodeOther(Kind kind, std::span<const std::uint8_t> file, int shortSide);

}  // namespace foyer::media
