// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/random.hpp"

#include <sodium.h>

#include "crypto/init.hpp"
#include "crypto/secret.hpp"

namespace foyer::crypto {

void fillRandom(std::span<std::uint8_t> out) {
  init();
  randombytes_buf(out.data(), out.size());
}

Bytes randomBytes(std::size_t count) {
  Bytes out(count, 0);
  fillRandom(out);
  return out;
}

std::string randomToken(std::size_t entropyBytes) {
  for (;;) {
    Bytes raw = randomBytes(entropyBytes);
    std::string out = toBase64Url(raw);
    wipe(raw);
    if (out.front() != '-') return out;
  }
}

bool equalConstantTime(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace foyer::crypto
