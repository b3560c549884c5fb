// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace foyer::test {

/// Pixels of a scene that differs with its number: hills under a sky, no two alike.
struct Scene {
  int number = 0;
  int width = 640;
  int height = 480;
  int grain = 0;  ///< noise, so that a JPEG is as large as a camera's
};

using Tags = std::vector<std::pair<std::string, std::string>>;

Bytes jpegOf(const Scene& scene, int quality = 88);
Bytes pngOf(const Scene& scene);
Bytes tiffOf(const Scene& scene);
Bytes webpOf(const Scene& scene);
Bytes heicOf(const Scene& scene);
/// Built as cameras do it: a TIFF with a JPEG inside. To be saved under the name of a RAW.
Bytes rawOf(const Scene& scene, const std::string& takenAt, const std::string& model);
/// A JPEG, PNG, WebP or TIFF with these EXIF tags, as Exiv2 names and spells them.
Bytes withExif(const Bytes& picture, const Tags& tags);
/// A JPEG with a description and a hundred words of history in its XMP, as photo programs write them.
Bytes withXmp(const Bytes& jpeg, const std::string& description);
/// What a camera writes: "2026:06:13 20:14:05", +02:00, maker and model.
Tags shotAt(const std::string& takenAt, const std::string& model);

void save(const std::string& path, const Bytes& bytes);

}  // namespace foyer::test
