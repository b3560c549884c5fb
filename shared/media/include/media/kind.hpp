// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace foyer::media {

/// What a picture file is. The bytes decide; the name only tells a RAW from the TIFF that it is built on.
enum class Kind : std::uint8_t { jpeg, png, webp, tiff, heic, raw, sidecar, other };

/// So many first bytes are enough for kindOf().
inline constexpr std::size_t kHeadBytes = 32;

Kind kindOf(std::span<const std::uint8_t> head, std::string_view filename);
/// What the name promises, for picking files out of a folder; `other` for anything that is no picture.
Kind kindByName(std::string_view filename);
/// As the collection image_files calls it.
std::string_view nameOf(Kind kind);
std::string_view mimeOf(Kind kind);

}  // namespace foyer::media
