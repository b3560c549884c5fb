// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <string>
#include <vector>

/// Pictures of codes as a camera may see them. Everything is brightness, Format_Grayscale8.
namespace qr_frames {

struct Look {
  int width = 1280;
  int height = 720;
  double module = 6;  ///< pixels per module
  double angle = 0;   ///< degrees
  double tilt = 0;    ///< 0 to 0.4: the far edge is shorter by this part
  int blur = 0;       ///< radius of a box blur
  int noise = 0;      ///< largest random change of a pixel
  bool inverted = false;
  int dark = 20, light = 235;
};

/// The bare code, one pixel per module, without quiet zone.
QImage modules(const std::string& text);
QImage frame(const std::string& text, const Look& look = {});
/// Several codes beside each other.
QImage several(const std::vector<std::string>& texts);
/// A room without any code.
QImage empty(int width = 1280, int height = 720);

}  // namespace qr_frames
