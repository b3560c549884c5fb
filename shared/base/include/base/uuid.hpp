// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// 128-bit identifier (RFC 9562), made on the device. All zero means "none".
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const Uuid&) const = default;
  bool isNil() const { return *this == Uuid{}; }

  /// Lower-case canonical form, 36 characters.
  std::string str() const;
  /// Accepts only the lower-case canonical form.
  static std::optional<Uuid> parse(std::string_view text);
  static std::optional<Uuid> fromBytes(std::span<const std::uint8_t> raw);

  /// Version 7: unixMs in the first 48 bits, then 74 random bits taken from `random`.
  static Uuid v7(std::int64_t unixMs, std::span<const std::uint8_t, 10> random);
  /// Version 7 of now's time given in ms, with random bits from the operating system.
  static Uuid v7(std::int64_t unixMs);
  /// Version 8: the first 16 bytes of a hash that the caller made, with version and variant bits set.
  static Uuid v8(std::span<const std::uint8_t, 16> hash);
};

}  // namespace foyer

template <>
struct std::hash<foyer::Uuid> {
  std::size_t operator()(const foyer::Uuid& id) const noexcept;
};
