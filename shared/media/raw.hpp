// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "base/result.hpp"
#include "base/text.hpp"

namespace foyer::media {

/// The largest JPEG that the camera put into its RAW file. `unsupported` when there is none.
Result<Bytes> embeddedJpeg(std::span<const std::uint8_t> raw);

}  // namespace foyer::media
