// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>

namespace foyer::test {

/// Random numbers for one part of a simulation. Every part has its own, so that one more throw here changes
/// nothing there.
class Dice {
 public:
  Dice(std::uint64_t seed, std::uint64_t part)
      : m_random(seed * 0x9e3779b97f4a7c15u + part * 0x2545f4914f6cdd1du) {}
  std::uint64_t next() { return m_random(); }
  /// 0 … limit-1.
  std::int64_t below(std::int64_t limit) {
    return limit <= 0 ? 0 : static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(limit));
  }
  std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937_64 m_random;
};

}  // namespace foyer::test
