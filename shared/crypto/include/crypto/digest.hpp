// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace foyer::crypto {

using Digest128 = std::array<std::uint8_t, 16>;
using Digest256 = std::array<std::uint8_t, 32>;

/// BLAKE2b without key. `purpose` (at most 16 bytes) separates digests of different meaning: it goes into the
/// personalisation parameter of BLAKE2b, padded with zero bytes.
Digest128 digest128(std::span<const std::uint8_t> data, std::string_view purpose = {});
Digest256 digest256(std::span<const std::uint8_t> data, std::string_view purpose = {});

/// BLAKE2b over data that arrives in pieces. One use: update* then one finish. Not thread-safe.
class Hasher {
 public:
  explicit Hasher(std::string_view purpose = {}, std::size_t digestBytes = 16);
  Hasher& update(std::span<const std::uint8_t> data);
  Hasher& update(std::string_view text);
  /// Length (4 bytes, big-endian) and then the data, so that neighbouring parts cannot run into each other.
  Hasher& updatePart(std::span<const std::uint8_t> data);
  /// Throws std::logic_error when the size differs from the one given to the constructor.
  Digest128 finish128();
  Digest256 finish256();

 private:
  void finish(std::span<std::uint8_t> out);
  alignas(64) std::array<std::uint8_t, 384> m_state;
  std::size_t m_size;
};

/// SHA-256, for names of blobs and whatever other programs compute too. One use, not thread-safe.
class Sha256 {
 public:
  Sha256();
  Sha256& update(std::span<const std::uint8_t> data);
  Digest256 finish();

 private:
  alignas(8) std::array<std::uint8_t, 128> m_state;
};

Digest256 sha256(std::span<const std::uint8_t> data);

}  // namespace foyer::crypto
