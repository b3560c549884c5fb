// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/seal.hpp"

#include <sodium.h>

#include "crypto/init.hpp"
#include "crypto/random.hpp"

namespace foyer::crypto {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHead = 5;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

Bytes authenticated(std::span<const std::uint8_t> head, std::span<const std::uint8_t> context) {
  Bytes out(head.data(), head.size());
  out.append(context.data(), context.size());
  return out;
}

}  // namespace

SealKey newSealKey(std::uint32_t id) {
  SealKey key{id, {}};
  fillRandom(key.secret.writable());
  return key;
}

Bytes seal(std::span<const std::uint8_t> plain, std::span<const std::uint8_t> context, const SealKey& key) {
  init();
  Bytes out(kHead + kNonce + plain.size() + kTag, 0);
  out[0] = kVersion;
  for (std::size_t i = 0; i < 4; ++i) out[1 + i] = static_cast<std::uint8_t>(key.id >> (24 - 8 * i));
  fillRandom({out.data() + kHead, kNonce});
  const Bytes extra = authenticated({out.data(), kHead}, context);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + kHead + kNonce, nullptr, plain.data(), plain.size(),
                                             extra.data(), extra.size(), nullptr, out.data() + kHead,
                                             key.secret.bytes().data());
  return out;
}

std::optional<std::uint32_t> sealedKeyId(std::span<const std::uint8_t> sealed) {
  if (sealed.size() < kHead + kNonce + kTag || sealed[0] != kVersion) return std::nullopt;
  std::uint32_t id = 0;
  for (std::size_t i = 1; i < kHead; ++i) id = (id << 8) | sealed[i];
  return id;
}

Result<Bytes> open(std::span<const std::uint8_t> sealed, std::span<const std::uint8_t> context,
                   const SealKey& key) {
  init();
  if (!sealed.empty() && sealed[0] > kVersion) return {Code::tooNew, "Sealed by a newer version of Foyer."};
  if (sealedKeyId(sealed) != key.id) return {Code::damaged, "Not sealed with this key."};
  const Bytes extra = authenticated(sealed.first(kHead), context);
  const auto body = sealed.subspan(kHead + kNonce);
  Bytes out(body.size() - kTag, 0);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, body.data(), body.size(),
                                                 extra.data(), extra.size(), sealed.data() + kHead,
                                                 key.secret.bytes().data()) != 0) {
    return {Code::damaged, "The sealed value was changed or belongs elsewhere."};
  }
  return out;
}

}  // namespace foyer::crypto
