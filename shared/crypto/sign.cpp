// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/sign.hpp"

#include <sodium.h>

#include "crypto/init.hpp"

namespace foyer::crypto {

KeyPair newKeyPair() {
  init();
  KeyPair pair;
  crypto_sign_keypair(pair.publicKey.data(), pair.secretKey.writable().data());
  return pair;
}

KeyPair keyPairFromSeed(const Seed& seed) {
  init();
  KeyPair pair;
  crypto_sign_seed_keypair(pair.publicKey.data(), pair.secretKey.writable().data(), seed.bytes().data());
  return pair;
}

Seed seedOf(const SecretKey& key) { return Seed(key.bytes().first<32>()); }

PublicKey publicKeyOf(const SecretKey& key) {
  PublicKey out;
  const auto half = key.bytes().last<32>();
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = half[i];
  return out;
}

Signature sign(std::span<const std::uint8_t> message, const SecretKey& key) {
  init();
  Signature out;
  crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), key.bytes().data());
  return out;
}

bool verify(std::span<const std::uint8_t> signature, std::span<const std::uint8_t> message,
            std::span<const std::uint8_t> publicKey) {
  init();
  return signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
         crypto_sign_verify_detached(signature.data(), message.data(), message.size(), publicKey.data()) == 0;
}

}  // namespace foyer::crypto
