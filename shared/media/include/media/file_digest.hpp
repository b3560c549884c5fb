// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace foyer::media {

struct FileDigest {
  std::string sha256;  ///< 64 lower-case hex digits: the name of the blob
  std::uint64_t bytes = 0;
};

/// Reads the whole file in pieces. `notFound` or `damaged` (read error). Blocks; not for a screen thread.
Result<FileDigest> digestOfFile(const std::filesystem::path& path);

}  // namespace foyer::media
