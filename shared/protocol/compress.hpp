// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "protocol/codec.hpp"

namespace foyer::protocol {

/// A binary frame where that pays, the text itself where not.
Frame pack(std::string text, int zstdLevel);
/// The text of a frame, at most `most` bytes: checked to be UTF-8, inflated into `storage` when compressed.
Result<std::string_view> unpack(std::string_view bytes, bool binary, std::size_t most, std::string& storage);

}  // namespace foyer::protocol
