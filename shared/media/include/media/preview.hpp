// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/result.hpp"
#include "base/text.hpp"
#include "media/kind.hpp"

namespace foyer::media {

/// The encoder profile of hotpreviews. A hothash identifies a picture only together with this number; any
/// change that alters a byte of the output needs a new one. Profile 1: whole-picture decode at the smallest
/// power-of-two scale whose short side keeps 300 pixels, accurate DCT, simple chroma upsampling; turned
/// upright; centre square; area average in integers to 150 x 150; JPEG quality 80, 4:2:0, accurate DCT, no
/// metadata. Formats other than JPEG are reduced by the mean of whole blocks, without a limit at 1/8;
/// transparent parts are white.
inline constexpr int kPreviewProfile = 1;
inline constexpr int kPreviewSide = 150;

/// Larger declared pictures are refused before a pixel is decoded.
inline constexpr std::uint64_t kMostPixels = 250'000'000;

struct Preview {
  Bytes jpeg;              ///< 150 x 150
  std::string hothash;     ///< SHA-256 of `jpeg`, 64 lower-case hex digits
  std::string perceptual;  ///< 64-bit difference hash, 16 lower-case hex digits
  int width = 0;           ///< of the original, upright
  int height = 0;
};

/// From the bytes of a JPEG. `orientation` as in EXIF. `unsupported` for other formats, `tooLarge` above
/// kMostPixels, `damaged` when the decoder complains about anything. Blocks for some 40 ms per 24 megapixels.
Result<Preview> makePreview(std::span<const std::uint8_t> jpeg, int orientation = 1);

/// From a file of any known kind. A RAW file is seen through the largest JPEG that its camera put into it.
Result<Preview> makePreview(Kind kind, std::span<const std::uint8_t> file, int orientation = 1);

/// Differing bits of two perceptual hashes; 64 when one is not a hash. At most 10 means "looks alike".
int perceptualDistance(std::string_view a, std::string_view b);

}  // namespace foyer::media
