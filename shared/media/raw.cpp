// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw.hpp"

#include <libraw/libraw.h>

#include <exiv2/exiv2.hpp>
#include <memory>

#include "exiv.hpp"
#include "jpeg.hpp"

namespace foyer::media {
namespace {

bool isJpeg(const std::uint8_t* data, std::size_t size) {
  return size > 3 && data[0] == 0xFF && data[1] == 0xD8 && data[2] == 0xFF;
}

std::optional<Bytes> byExiv2(std::span<const std::uint8_t> raw) {
  prepareExiv2();
  try {
    const auto image = Exiv2::ImageFactory::open(raw.data(), static_cast<long>(raw.size()));
    if (image.get() == nullptr) return std::nullopt;
    image->readMetadata();
    const Exiv2::PreviewManager previews(*image);
    const Exiv2::PreviewPropertiesList sizes = previews.getPreviewProperties();  // smallest first
    for (auto it = sizes.rbegin(); it != sizes.rend(); ++it) {
      const Exiv2::PreviewImage preview = previews.getPreviewImage(*it);
      if (isJpeg(preview.pData(), preview.size())) return Bytes(preview.pData(), preview.size());
    }
  } catch (const std::exception&) {  // of hostile lengths; the other reader may know better
  }
  return std::nullopt;
}

std::optional<Bytes> byLibRaw(std::span<const std::uint8_t> raw) {
  const auto reader = std::make_unique<LibRaw>();  // far too large for a stack
  auto* data = const_cast<std::uint8_t*>(raw.data());
  if (reader->open_buffer(data, raw.size()) != LIBRAW_SUCCESS || reader->unpack_thumb() != LIBRAW_SUCCESS)
    return std::nullopt;
  const auto& thumb = reader->imgdata.thumbnail;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(thumb.thumb);
  if (thumb.tformat != LIBRAW_THUMBNAIL_JPEG || !isJpeg(bytes, thumb.tlength)) return std::nullopt;
  return Bytes(bytes, thumb.tlength);
}

}  // namespace

Result<Bytes> embeddedJpeg(std::span<const std::uint8_t> raw) {
  if (auto found = byExiv2(raw)) return std::move(*found);
  if (auto found = byLibRaw(raw)) return std::move(*found);
  return {Code::unsupported, "This RAW file has no preview inside that can be read here."};
}

}  // namespace foyer::media
