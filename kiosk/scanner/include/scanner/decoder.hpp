// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foyer::kiosk {

/// One byte of brightness per pixel. Not owned.
struct LumaView {
  const std::uint8_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride = 0;  ///< bytes from row to row
};

struct FoundCode {
  std::string text;
  double area = 0;  ///< in pixels of the frame: the nearest badge is the largest
  bool operator==(const FoundCode&) const = default;
};

/// Reads every QR code and Code 128 in a frame: any angle, small or large, dark on light or light on dark. A
/// quick look first; the slow ones only when it found nothing. Not thread-safe; reuses its buffers.
class Decoder {
 public:
  std::vector<FoundCode> read(const LumaView& frame);

 private:
  std::vector<std::uint8_t> m_inverted;
};

}  // namespace foyer::kiosk
