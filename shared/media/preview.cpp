// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/preview.hpp"

#include <cstdio>

#include "crypto/digest.hpp"
#include "jpeg.hpp"
#include "raw.hpp"
#include "vips.hpp"

namespace foyer::media {
namespace {

Preview previewOf(const Decoded& decoded, int orientation) {
  const Picture square = uprightSquare(decoded.picture, orientation, kPreviewSide);
  Preview out;
  out.jpeg = encodeJpeg(square);
  out.hothash = toHex(crypto::sha256(out.jpeg));
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(differenceHash(square)));
  out.perceptual = hash;
  const bool lying = orientation >= 5 && orientation <= 8;
  out.width = lying ? decoded.fullHeight : decoded.fullWidth;
  out.height = lying ? decoded.fullWidth : decoded.fullHeight;
  return out;
}

}  // namespace

Result<Preview> makePreview(std::span<const std::uint8_t> jpeg, int orientation) {
  const auto decoded = decodeJpeg(jpeg, 2 * kPreviewSide);
  if (!decoded) return decoded.error();
  return previewOf(*decoded, orientation);
}

Result<Preview> makePreview(Kind kind, std::span<const std::uint8_t> file, int orientation) {
  switch (kind) {
    case Kind::jpeg:
      return makePreview(file, orientation);
    case Kind::raw: {
      const auto jpeg = embeddedJpeg(file);
      if (!jpeg) return jpeg.error();
      return makePreview(*jpeg, orientation);
    }
    case Kind::png:
    case Kind::webp:
    case Kind::tiff:
    case Kind::heic: {
      const auto decoded = decodeOther(kind, file, 2 * kPreviewSide);
      if (!decoded) return decoded.error();
      return previewOf(*decoded, kind == Kind::heic ? 1 : orientation);
    }
    case Kind::sidecar:
    case Kind::other:
      break;
  }
  return {Code::unsupported, "Not a picture format that is known here."};
}

}  // namespace foyer::media
