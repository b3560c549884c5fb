// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/result.hpp"

namespace foyer::media {

/// What a camera wrote into a picture, in the forms that the collections store. Absent means absent or
/// nonsense.
struct Exif {
  std::optional<std::string>
      takenAt;  ///< "2026-06-13T20:14:05.000+02:00"; offset missing when the camera had none
  std::optional<std::string> place;  ///< "48.85661400,2.35222190"
  std::string cameraMake;
  std::string cameraModel;
  std::string lens;
  int orientation = 1;  ///< EXIF values 1 to 8
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  /// Every standard tag as canonical JSON, {"Exif.Photo.FNumber":"28/10",…}; maker notes and long values are
  /// left out. At most kMostExifJson bytes.
  std::string all;
};

inline constexpr std::size_t kMostExifJson = 32 * 1024;

/// Reads JPEG, PNG, WebP, TIFF, HEIC and the RAW formats that Exiv2 knows, from memory. `unsupported` for
/// other bytes, `damaged` when the file contradicts itself. Texts are cut to 120 bytes of clean UTF-8.
Result<Exif> readExif(std::span<const std::uint8_t> file);

}  // namespace foyer::media
