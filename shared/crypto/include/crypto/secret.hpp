// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace foyer::crypto {

/// Overwrites memory in a way that the compiler may not leave out.
void wipe(std::span<std::uint8_t> memory);

/// Key material of a fixed size; wiped when it goes away. Copies are separate secrets and are wiped too.
template <std::size_t N>
class Secret {
 public:
  static constexpr std::size_t kSize = N;

  Secret() = default;
  explicit Secret(std::span<const std::uint8_t, N> raw) {
    for (std::size_t i = 0; i < N; ++i) m_bytes[i] = raw[i];
  }
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  Secret(Secret&& other) noexcept : m_bytes(other.m_bytes) { wipe(other.m_bytes); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) m_bytes = other.m_bytes, wipe(other.m_bytes);
    return *this;
  }
  ~Secret() { wipe(m_bytes); }

  std::span<const std::uint8_t, N> bytes() const { return m_bytes; }
  std::span<std::uint8_t, N> writable() { return m_bytes; }

 private:
  std::array<std::uint8_t, N> m_bytes{};
};

}  // namespace foyer::crypto
