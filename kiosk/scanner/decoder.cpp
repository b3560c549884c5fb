// SPDX-License-Identifier: GPL-3.0-or-later
#define ZX_USE_UTF8
#include "scanner/decoder.hpp"

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace foyer::kiosk {
namespace {

constexpr std::uint8_t kMostCodes = 8;

enum class Effort { quick, thorough };

double areaOf(const ZXing::Position& p) {
  double twice = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto a = p[static_cast<int>(i)], b = p[static_cast<int>((i + 1) % 4)];
    twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
  }
  return std::abs(twice) / 2;
}

std::vector<FoundCode> look(const LumaView& frame, Effort effort) {
  ZXing::DecodeHints hints;
  hints.setFormats(effort == Effort::quick ? ZXing::BarcodeFormats(ZXing::BarcodeFormat::QRCode)
                                           : ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::Code128);
  hints.setTryHarder(effort == Effort::thorough);
  hints.setTryRotate(effort == Effort::thorough);
  hints.setTryDownscale(effort == Effort::thorough);
  hints.setMaxNumberOfSymbols(kMostCodes);
  const ZXing::ImageView image(frame.pixels, frame.width, frame.height, ZXing::ImageFormat::Lum,
                               frame.stride);
  std::vector<FoundCode> out;
  for (const ZXing::Result& r : ZXing::ReadBarcodes(image, hints)) {
    if (!r.isValid()) continue;
    FoundCode code{r.text(), areaOf(r.position())};
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const FoundCode& c) { return c.text == code.text; });
    if (!known) out.push_back(std::move(code));
  }
  return out;
}

}  // namespace

std::vector<FoundCode> Decoder::read(const LumaView& frame) {
  if (frame.pixels == nullptr || frame.width < 21 || frame.height < 21) return {};
  auto found = look(frame, Effort::quick);
  if (found.empty()) found = look(frame, Effort::thorough);
  if (!found.empty()) return found;

  // This ZXing reads dark on light only: turn the pixels over.
  m_inverted.resize(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height));
  for (int y = 0; y < frame.height; ++y) {
    const std::uint8_t* row = frame.pixels + static_cast<std::ptrdiff_t>(y) * frame.stride;
    std::transform(row, row + frame.width, m_inverted.begin() + static_cast<std::ptrdiff_t>(y) * frame.width,
                   [](std::uint8_t v) { return static_cast<std::uint8_t>(255 - v); });
  }
  return look({m_inverted.data(), frame.width, frame.height, frame.width}, Effort::quick);
}

}  // namespace foyer::kiosk
