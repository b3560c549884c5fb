// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "base/result.hpp"
#include "base/text.hpp"
#include "crypto/secret.hpp"

namespace foyer::crypto {

/// A key for sealing, with the number that tells readers which key they need.
struct SealKey {
  std::uint32_t id = 0;
  Secret<32> secret;
};

SealKey newSealKey(std::uint32_t id);

/// XChaCha20-Poly1305. Layout: version 1 (1 byte), key id (4, big-endian), nonce (24, random), cipher text,
/// tag (16). The first five bytes and `context` are authenticated: pass what the value belongs to (table,
/// column, record), so that it cannot be moved elsewhere.
Bytes seal(std::span<const std::uint8_t> plain, std::span<const std::uint8_t> context, const SealKey& key);
/// `damaged` when anything differs: key, context or a single bit. `tooNew` for an unknown version.
Result<Bytes> open(std::span<const std::uint8_t> sealed, std::span<const std::uint8_t> context,
                   const SealKey& key);
/// Which key opens this value; nullopt when it is no sealed value of a known version.
std::optional<std::uint32_t> sealedKeyId(std::span<const std::uint8_t> sealed);

}  // namespace foyer::crypto
