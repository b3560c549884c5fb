// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
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

/// BLAKE2b-128, personalised "foyer-row", over the canonical bytes of a live or trashed row: its contribution
/// to the scope's digest, read as a big-endian number. A tombstone contributes zero.
Digest rowHash(const Record& row);
/// The same as a device of this schema level knows the row: later fields don't count, rows of a later
/// collection are zero. A row without values in later fields has the same hash at every level.
Digest rowHash(const Record& row, int level);

/// Appends the canonical bytes that rowHash covers. All integers are big-endian:
/// collection id (2), record id (16), version (8), state (1), created (8), updated (8), then for each field
/// that has a value, in order of field id, its id (2) and its value: integer, boolean, time as 8 bytes in
/// two's complement; ref, id as 16 bytes; a set as the number of its elements (4) and each element like a
/// text; every other type as length in bytes (4) and the bytes of its canonical text (`bytes`: the bytes
/// themselves).
void canonicalBytes(const Record& row, std::string& out, int level = schema::kSchemaLevel);

}  // namespace foyer::model
