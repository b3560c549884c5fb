// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/init.hpp"

#include <sodium.h>

#include <stdexcept>

#include "crypto/secret.hpp"

namespace foyer::crypto {

void init() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw std::runtime_error("libsodium could not start");
}

void wipe(std::span<std::uint8_t> memory) { sodium_memzero(memory.data(), memory.size()); }

}  // namespace foyer::crypto
