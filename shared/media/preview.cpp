// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/preview.hpp"

#include <cstdio>

#include "crypto/digest.hpp"
#include "jpeg.hpp"

namespace foyer::media {

Result<Preview> makePreview(std::span<const std::uint8_t> jpeg, int orientation) {
  const auto decoded = decodeJpeg(jpeg, 2 * kPreviewSide);
  if (!decoded) return decoded.error();
  const Picture square = uprightSquare(decoded->picture, orientation, kPreviewSide);
  Preview out;
  out.jpeg = encodeJpeg(square);
  out.hothash = toHex(crypto::sha256(out.jpeg));
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(differenceHash(square)));
  out.perceptual = hash;
  const bool lying = orientation >= 5 && orientation <= 8;
  out.width = lying ? decoded->fullHeight : decoded->fullWidth;
  out.height = lying ? decoded->fullWidth : decoded->fullHeight;
  return out;
}

}  // namespace foyer::media
