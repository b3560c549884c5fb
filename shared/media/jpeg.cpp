// SPDX-License-Identifier: GPL-3.0-or-later
#include "jpeg.hpp"

#include <turbojpeg.h>

#include <memory>
#include <stdexcept>

#include "media/preview.hpp"

namespace foyer::media {
namespace {

struct Destroy {
  void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<void, Destroy>;

constexpr int kFlags = TJFLAG_ACCURATEDCT | TJFLAG_FASTUPSAMPLE | TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING;
constexpr int kQuality = 80;

int reduced(int size, int denominator) { return (size + denominator - 1) / denominator; }

/// Cameras and print shops write CMYK inverted, as Adobe does.
void fromCmyk(const std::vector<std::uint8_t>& cmyk, std::vector<std::uint8_t>& rgb) {
  for (std::size_t i = 0, o = 0; o < rgb.size(); i += 4, o += 3) {
    for (std::size_t c = 0; c < 3; ++c)
      rgb[o + c] = static_cast<std::uint8_t>(cmyk[i + c] * cmyk[i + 3] / 255);
  }
}

}  // namespace

Result<Decoded> decodeJpeg(std::span<const std::uint8_t> file, int shortSide) {
  if (file.size() < 3 || file[0] != 0xFF || file[1] != 0xD8 || file[2] != 0xFF) {
    return {Code::unsupported, "Not a JPEG picture."};
  }
  const Handle handle(tjInitDecompress());
  if (!handle) throw std::runtime_error("turbojpeg could not start");
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (tjDecompressHeader3(handle.get(), file.data(), file.size(), &width, &height, &sampling, &colours) !=
          0 ||
      width < 1 || height < 1) {
    return {Code::damaged, "The picture's header can't be read."};
  }
  if (static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) > kMostPixels) {
    return {Code::tooLarge, "The picture has more than 250 megapixels."};
  }
  int denominator = 8;
  while (denominator > 1 && reduced(std::min(width, height), denominator) < shortSide) denominator /= 2;

  Decoded out;
  out.fullWidth = width;
  out.fullHeight = height;
  Picture& p = out.picture;
  p.width = reduced(width, denominator);
  p.height = reduced(height, denominator);
  const auto pixels = static_cast<std::size_t>(p.width) * static_cast<std::size_t>(p.height);
  p.rgb.resize(pixels * 3);
  const bool cmyk = colours == TJCS_CMYK || colours == TJCS_YCCK;
  std::vector<std::uint8_t> raw(cmyk ? pixels * 4 : 0);
  if (tjDecompress2(handle.get(), file.data(), file.size(), cmyk ? raw.data() : p.rgb.data(), p.width, 0,
                    p.height, cmyk ? TJPF_CMYK : TJPF_RGB, kFlags) != 0) {
    return {Code::damaged, "The picture is damaged or cut off."};
  }
  if (cmyk) fromCmyk(raw, p.rgb);
  return out;
}

Bytes encodeJpeg(const Picture& picture) {
  const Handle handle(tjInitCompress());
  unsigned char* raw = nullptr;
  unsigned long size = 0;
  if (!handle || tjCompress2(handle.get(), picture.rgb.data(), picture.width, 0, picture.height, TJPF_RGB,
                             &raw, &size, TJSAMP_420, kQuality, TJFLAG_ACCURATEDCT) != 0) {
    tjFree(raw);
    throw std::runtime_error("turbojpeg could not encode");
  }
  Bytes out(raw, size);
  tjFree(raw);
  return out;
}

}  // namespace foyer::media
