// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace foyer::server::api {

/// The part of a file that a Range header asks for (RFC 9110, 14.2).
struct ByteRange {
  enum class Kind { whole, part, unsatisfiable };
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  Kind kind = Kind::whole;
};

/// No header, several ranges or one that makes no sense: the whole file.
ByteRange parseRange(std::string_view header, std::uint64_t size);

}  // namespace foyer::server::api
