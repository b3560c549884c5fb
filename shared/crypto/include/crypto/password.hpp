// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace foyer::crypto {

/// What one guess costs. The defaults take about 0.1 s and 64 MiB on one core.
struct PasswordCost {
  unsigned long long passes = 2;
  std::size_t memoryBytes = 64ULL * 1024 * 1024;
};

/// Argon2id in PHC form (`$argon2id$v=19$m=...`), with a random salt. `busy` when memory runs out.
/// Blocks for the whole cost: never call it on a network or screen thread.
Result<std::string> hashPassword(std::string_view password, const PasswordCost& cost = {});
/// False for a wrong password and for anything that is not such a hash.
bool verifyPassword(std::string_view hash, std::string_view password);
/// True when the hash was made with another cost, or can't be read.
bool needsRehash(std::string_view hash, const PasswordCost& cost = {});

}  // namespace foyer::crypto
