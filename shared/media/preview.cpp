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

namespace {

/// Any known kind, still as it is stored, with the orientation that is left to apply.
struct Stored {
  Decoded decoded;
  int orientation = 1;
};

Result<Stored> decode(Kind kind, std::span<const std::uint8_t> file, int orientation, int shortSide) {
  const auto turned = [](Result<Decoded> decoded, int turn) -> Result<Stored> {
    if (!decoded) return decoded.error();
    return Stored{std::move(*decoded), turn};
  };
  switch (kind) {
    case Kind::jpeg:
      return turned(decodeJpeg(file, shortSide), orientation);
    case Kind::raw: {
      const auto jpeg = embeddedJpeg(file);
      if (!jpeg) return jpeg.error();
      return turned(decodeJpeg(*jpeg, shortSide), orientation);
    }
    case Kind::png:
    case Kind::webp:
    case Kind::tiff:
      return turned(decodeOther(kind, file, shortSide), orientation);
    case Kind::heic:
      return turned(decodeOther(kind, file, shortSide), 1);
    case Kind::sidecar:
    case Kind::other:
      break;
  }
  return {Code::unsupported, "Not a picture format that is known here."};
}

}  // namespace

Result<Preview> makePreview(Kind kind, std::span<const std::uint8_t> file, int orientation) {
  const auto stored = decode(kind, file, orientation, 2 * kPreviewSide);
  if (!stored) return stored.error();
  return previewOf(stored->decoded, stored->orientation);
}

Result<Picture> decodePicture(Kind kind, std::span<const std::uint8_t> file, int orientation, int shortSide) {
  auto stored = decode(kind, file, orientation, shortSide);
  if (!stored) return stored.error();
  return upright(std::move(stored->decoded.picture), stored->orientation);
}

}  // namespace foyer::media
