// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/uuid.hpp"

namespace foyer {

/// Hybrid logical time: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16 that
/// overflows into the milliseconds. (Kulkarni et al., "Logical Physical Clocks", 2014.) On the wire: 16 hex
/// digits.
struct Hlc {
  std::uint64_t value = 0;

  auto operator<=>(const Hlc&) const = default;
  static Hlc fromMs(std::int64_t ms) { return {static_cast<std::uint64_t>(ms < 0 ? 0 : ms) << 16}; }
  std::int64_t ms() const { return static_cast<std::int64_t>(value >> 16); }
  Hlc next() const { return {value + 1}; }
  /// Moved by `deltaMs`, keeping the counter; never below zero.
  Hlc shifted(std::int64_t deltaMs) const;

  std::string str() const;
  static std::optional<Hlc> parse(std::string_view text);
};

/// Who wrote a value and when: the order that decides between values that did not know each other.
struct Stamp {
  Hlc time;
  Uuid device;
  auto operator<=>(const Stamp&) const = default;
};

/// Source of stamps of one device: strictly increasing, whatever the wall clock does. Not thread-safe.
class HlcClock {
 public:
  explicit HlcClock(Hlc last = {}) : m_last(last) {}
  /// A stamp above every earlier one and not below the wall clock.
  Hlc tick(std::int64_t wallMs);
  /// Takes note of a stamp seen elsewhere.
  void observe(Hlc seen);
  Hlc last() const { return m_last; }

 private:
  Hlc m_last;
};

}  // namespace foyer
