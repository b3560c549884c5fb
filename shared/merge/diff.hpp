// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace foyer::merge {

/// One change of `from` into `to`: tokens [fromBegin, fromEnd) became [toBegin, toEnd).
struct Hunk {
  std::size_t fromBegin = 0;
  std::size_t fromEnd = 0;
  std::size_t toBegin = 0;
  std::size_t toEnd = 0;
};

/// Shortest edit script (Myers, "An O(ND) Difference Algorithm", 1986) as ascending hunks with unchanged
/// tokens between them. Sequences that differ a lot come back as one coarse hunk, to bound time and memory.
std::vector<Hunk> diff(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to);

}  // namespace foyer::merge
