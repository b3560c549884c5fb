// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/record.hpp"

namespace foyer::model {

/// 128-bit sum of row hashes (design law 10): order-free, updated by adding and taking away. Little-endian
/// limbs.
struct Digest {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  bool operator==(const Digest&) const = default;
  Digest& operator+=(const Digest& other);
  Digest& operator-=(const Digest& other);
  /// 32 hex digits, most significant first.
  std::string hex() const;
  static std::optional<Digest> parse(std::string_view hex);
  std::array<std::uint8_t, 16> bytes() const;  ///< big-endian
  static Digest fromBytes(std::span<const std::uint8_t, 16> raw);
};

/// BLAKE2b-128 over the canonical bytes of a live or trashed row: its contribution to the scope's digest.
/// A tombstone contributes zero.
Digest rowHash(const Record& row);

/// The canonical bytes that rowHash covers: collection id, record id, version, state, created, updated, then
/// each field that has a value in order of field id; integers big-endian, texts length-prefixed. PROTOCOL.md
/// specifies them.
void canonicalBytes(const Record& row, std::string& out);

}  // namespace foyer::model
