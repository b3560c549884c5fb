// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "media/exif.hpp"
#include "media/kind.hpp"
#include "media/preview.hpp"

namespace foyer::photos {

/// Larger files are refused: a whole file is held in memory while it is looked at, one per worker.
inline constexpr std::uint64_t kMostFileBytes = 256ULL << 20;

/// All that is read out of one picture file.
struct Examined {
  media::Kind kind = media::Kind::other;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::int64_t modifiedNs = 0;
  media::Exif exif;
  Result<media::Preview> preview = Error{};  ///< without one a RAW can still join a picture that has one
};

/// Reads the file once, whole. Errors, each with a sentence for the person: `notFound` (vanished, no file),
/// `unsupported`, `tooLarge`, `damaged` (also: cut off, changed meanwhile, unreadable). Any thread; blocks.
Result<Examined> examine(const std::filesystem::path& file);

/// The camera's name as people say it: the maker once.
std::string cameraName(const media::Exif& exif);

}  // namespace foyer::photos
