// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "crypto/init.hpp"

namespace foyer::crypto {
namespace {

using Personal = std::array<std::uint8_t, crypto_generichash_blake2b_PERSONALBYTES>;

Personal personal(std::string_view purpose) {
  Personal out{};
  if (purpose.size() > out.size()) throw std::logic_error("digest purpose longer than 16 bytes");
  std::copy(purpose.begin(), purpose.end(), out.begin());
  return out;
}

template <class Digest>
Digest blake2b(std::span<const std::uint8_t> data, std::string_view purpose) {
  init();
  Digest out;
  const Personal who = personal(purpose);
  crypto_generichash_blake2b_salt_personal(out.data(), out.size(), data.data(), data.size(), nullptr, 0,
                                           nullptr, who.data());
  return out;
}

auto* blakeState(std::array<std::uint8_t, 384>& raw) {
  static_assert(sizeof(crypto_generichash_blake2b_state) <= sizeof raw);
  return reinterpret_cast<crypto_generichash_blake2b_state*>(raw.data());
}

auto* shaState(std::array<std::uint8_t, 128>& raw) {
  static_assert(sizeof(crypto_hash_sha256_state) <= sizeof raw);
  return reinterpret_cast<crypto_hash_sha256_state*>(raw.data());
}

}  // namespace

Digest128 digest128(std::span<const std::uint8_t> data, std::string_view purpose) {
  return blake2b<Digest128>(data, purpose);
}

Digest256 digest256(std::span<const std::uint8_t> data, std::string_view purpose) {
  return blake2b<Digest256>(data, purpose);
}

Hasher::Hasher(std::string_view purpose, std::size_t digestBytes) : m_size(digestBytes) {
  init();
  const Personal who = personal(purpose);
  if (crypto_generichash_blake2b_init_salt_personal(blakeState(m_state), nullptr, 0, m_size, nullptr,
                                                    who.data()) != 0) {
    throw std::logic_error("digest size outside 16..64 bytes");
  }
}

Hasher& Hasher::update(std::span<const std::uint8_t> data) {
  crypto_generichash_blake2b_update(blakeState(m_state), data.data(), data.size());
  return *this;
}

Hasher& Hasher::update(std::string_view text) { return update(asBytes(text)); }

Hasher& Hasher::updatePart(std::span<const std::uint8_t> data) {
  const auto size = static_cast<std::uint32_t>(data.size());
  const std::array<std::uint8_t, 4> head{
      static_cast<std::uint8_t>(size >> 24), static_cast<std::uint8_t>(size >> 16),
      static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size)};
  return update(head).update(data);
}

void Hasher::finish(std::span<std::uint8_t> out) {
  if (out.size() != m_size) throw std::logic_error("digest size differs from the one asked for");
  crypto_generichash_blake2b_final(blakeState(m_state), out.data(), out.size());
}

Digest128 Hasher::finish128() {
  Digest128 out;
  finish(out);
  return out;
}

Digest256 Hasher::finish256() {
  Digest256 out;
  finish(out);
  return out;
}

Sha256::Sha256() {
  init();
  crypto_hash_sha256_init(shaState(m_state));
}

Sha256& Sha256::update(std::span<const std::uint8_t> data) {
  crypto_hash_sha256_update(shaState(m_state), data.data(), data.size());
  return *this;
}

Digest256 Sha256::finish() {
  Digest256 out;
  crypto_hash_sha256_final(shaState(m_state), out.data());
  return out;
}

Digest256 sha256(std::span<const std::uint8_t> data) { return Sha256().update(data).finish(); }

}  // namespace foyer::crypto
