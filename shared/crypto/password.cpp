// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/password.hpp"

#include <sodium.h>

#include <array>

#include "crypto/init.hpp"

namespace foyer::crypto {
namespace {

/// libsodium wants a terminated string of a known largest size.
bool copyHash(std::string_view hash, std::array<char, crypto_pwhash_STRBYTES>& out) {
  if (hash.size() >= out.size() || hash.find('\0') != std::string_view::npos) return false;
  out.fill('\0');
  hash.copy(out.data(), hash.size());
  return true;
}

}  // namespace

Result<std::string> hashPassword(std::string_view password, const PasswordCost& cost) {
  init();
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost.passes, cost.memoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return {Code::busy, "Not enough memory to hash a password right now."};
  }
  return std::string(out.data());
}

bool verifyPassword(std::string_view hash, std::string_view password) {
  init();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  return copyHash(hash, text) && hash.starts_with("$argon2id$") &&
         crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

bool needsRehash(std::string_view hash, const PasswordCost& cost) {
  init();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  return !copyHash(hash, text) ||
         crypto_pwhash_str_needs_rehash(text.data(), cost.passes, cost.memoryBytes) != 0;
}

}  // namespace foyer::crypto
