// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <bit>
#include <charconv>

#include "jpeg.hpp"
#include "media/preview.hpp"

namespace foyer::media {

std::uint64_t differenceHash(const Picture& square) {
  // Mean brightness of 9 x 8 cells; a bit says whether a cell is brighter than its right neighbour.
  std::array<std::array<std::uint64_t, 9>, 8> sum{}, count{};
  for (int y = 0; y < square.height; ++y) {
    for (int x = 0; x < square.width; ++x) {
      const std::uint8_t* p = square.at(x, y);
      const auto row = static_cast<std::size_t>(y * 8 / square.height),
                 column = static_cast<std::size_t>(x * 9 / square.width);
      sum[row][column] += 299U * p[0] + 587U * p[1] + 114U * p[2];
      ++count[row][column];
    }
  }
  std::uint64_t hash = 0;
  for (std::size_t r = 0; r < 8; ++r) {
    for (std::size_t c = 0; c < 8; ++c) {
      hash = hash << 1 | (sum[r][c] * count[r][c + 1] > sum[r][c + 1] * count[r][c] ? 1U : 0U);
    }
  }
  return hash;
}

int perceptualDistance(std::string_view a, std::string_view b) {
  const auto parse = [](std::string_view text, std::uint64_t& out) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out, 16);
    return text.size() == 16 && failure == std::errc() && end == text.data() + text.size();
  };
  std::uint64_t x = 0, y = 0;
  if (!parse(a, x) || !parse(b, y)) return 64;
  return std::popcount(x ^ y);
}

}  // namespace foyer::media
