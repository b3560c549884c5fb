// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hlc.hpp"

#include <algorithm>

namespace foyer {

Hlc Hlc::shifted(std::int64_t deltaMs) const {
  const std::int64_t moved = std::max<std::int64_t>(0, ms() + deltaMs);
  return {(static_cast<std::uint64_t>(moved) << 16) | (value & 0xFFFF)};
}

std::string Hlc::str() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (int i = 0; i < 16; ++i) out[static_cast<std::size_t>(i)] = kDigits[(value >> (60 - 4 * i)) & 15];
  return out;
}

std::optional<Hlc> Hlc::parse(std::string_view text) {
  if (text.size() != 16) return std::nullopt;
  std::uint64_t value = 0;
  for (char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(c >= 'a' && c <= 'f')) return std::nullopt;
    value = (value << 4) | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
  }
  return Hlc{value};
}

Hlc HlcClock::tick(std::int64_t wallMs) {
  m_last = std::max(Hlc::fromMs(wallMs), m_last.next());
  return m_last;
}

void HlcClock::observe(Hlc seen) { m_last = std::max(m_last, seen); }

}  // namespace foyer
