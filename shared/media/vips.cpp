// SPDX-License-Identifier: GPL-3.0-or-later
#include "vips.hpp"

#include <vips/vips.h>

#include <memory>
#include <stdexcept>

#include "media/preview.hpp"

namespace foyer::media {
namespace {

void prepareOnce() {
  static const bool ready = [] {
    if (VIPS_INIT("foyer") != 0) throw std::runtime_error("libvips could not start");
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(1);  // whoever decodes many pictures has threads of its own
    vips_cache_set_max(0);
    g_log_set_handler(
        "VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK), [](auto, auto, auto, auto) {}, nullptr);
    return true;
  }();
  static_cast<void>(ready);
}

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

Image load(Kind kind, std::span<const std::uint8_t> file) {
  VipsImage* out = nullptr;
  auto* data = const_cast<std::uint8_t*>(file.data());  // the C interface knows no const; it only reads
  const auto with = [&](auto function) {
    return function(data, file.size(), &out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR,
                    nullptr);
  };
  int failed = -1;
  if (kind == Kind::png) failed = with(vips_pngload_buffer);
  if (kind == Kind::webp) failed = with(vips_webpload_buffer);
  if (kind == Kind::tiff) failed = with(vips_tiffload_buffer);
  if (kind == Kind::heic) failed = with(vips_heifload_buffer);
  return Image(failed == 0 ? out : nullptr);
}

/// One step of the pipeline; an empty image goes through as such.
template <class Step>
Image then(Image in, Step step) {
  VipsImage* out = nullptr;
  if (!in || step(in.get(), &out) != 0) return {};
  return Image(out);
}

/// Red, green and blue of one byte each.
Image plain(Image image) {
  image = then(std::move(image), [](VipsImage* in, VipsImage** out) {
    return vips_colourspace(in, out, VIPS_INTERPRETATION_sRGB, nullptr);
  });
  if (image && vips_image_hasalpha(image.get()) != 0) {
    image = then(std::move(image), [](VipsImage* in, VipsImage** out) {
      VipsArrayDouble* white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
      const int failed = vips_flatten(in, out, "background", white, nullptr);
      vips_area_unref(VIPS_AREA(white));
      return failed;
    });
  }
  return then(std::move(image),
              [](VipsImage* in, VipsImage** out) { return vips_cast_uchar(in, out, nullptr); });
}

Error damaged() {
  vips_error_clear();
  return {Code::damaged, {}, "The picture is damaged or cut off."};
}

}  // namespace

Result<Decoded> decodeOther(Kind kind, std::span<const std::uint8_t> file, int shortSide) {
  prepareOnce();
  Image image = load(kind, file);
  if (!image) return damaged();
  Decoded out;
  out.fullWidth = vips_image_get_width(image.get());
  out.fullHeight = vips_image_get_height(image.get());
  if (static_cast<std::uint64_t>(out.fullWidth) * static_cast<std::uint64_t>(out.fullHeight) > kMostPixels)
    return {Code::tooLarge, "The picture has more than 250 megapixels."};
  int factor = 1;
  while (std::min(out.fullWidth, out.fullHeight) / (factor * 2) >= shortSide) factor *= 2;
  image = plain(std::move(image));
  if (factor > 1) {
    image = then(std::move(image), [factor](VipsImage* in, VipsImage** small) {
      return vips_shrink(in, small, factor, factor, nullptr);
    });
  }
  if (!image || vips_image_get_bands(image.get()) != 3) return damaged();
  std::size_t size = 0;
  const std::unique_ptr<void, decltype(&g_free)> pixels(vips_image_write_to_memory(image.get(), &size),
                                                        g_free);
  if (!pixels) return damaged();
  out.picture.width = vips_image_get_width(image.get());
  out.picture.height = vips_image_get_height(image.get());
  const auto* bytes = static_cast<const std::uint8_t*>(pixels.get());
  out.picture.rgb.assign(bytes, bytes + size);
  vips_thread_shutdown();
  return out;
}

}  // namespace foyer::media
