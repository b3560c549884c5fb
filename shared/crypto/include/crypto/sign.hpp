// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "crypto/secret.hpp"

namespace foyer::crypto {

/// Ed25519 (RFC 8032).
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
using Seed = Secret<32>;
using SecretKey = Secret<64>;  ///< seed and public key, as libsodium keeps them

struct KeyPair {
  PublicKey publicKey{};
  SecretKey secretKey;
};

KeyPair newKeyPair();
KeyPair keyPairFromSeed(const Seed& seed);
Seed seedOf(const SecretKey& key);
PublicKey publicKeyOf(const SecretKey& key);

/// The caller puts a purpose in front of the message, so that a signature made for one thing means nothing
/// elsewhere.
Signature sign(std::span<const std::uint8_t> message, const SecretKey& key);
/// Strict: refuses wrong sizes, non-canonical scalars and points, and keys of small order.
bool verify(std::span<const std::uint8_t> signature, std::span<const std::uint8_t> message,
            std::span<const std::uint8_t> publicKey);

}  // namespace foyer::crypto
