// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

namespace foyer::test {

/// Seed of this run's random tests: FOYER_SEED if set, else a fresh one.
inline std::uint64_t seed() {
  static const std::uint64_t value = [] {
    const char* given = std::getenv("FOYER_SEED");
    return given != nullptr ? std::strtoull(given, nullptr, 10)
                            : (std::uint64_t{std::random_device{}()} << 16) ^ std::random_device{}();
  }();
  return value;
}

/// RapidCheck property with our seed, `runs` times; a failure is shrunk and printed with the seed.
template <class Testable>
bool holds(const std::string& name, int runs, Testable&& testable) {
  rc::detail::TestParams params;
  params.seed = seed();
  params.maxSuccess = runs;
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = name;
  const auto result = rc::detail::checkTestable(std::forward<Testable>(testable), metadata, params);
  const bool ok = result.template is<rc::detail::SuccessResult>();
  if (!ok) {
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << "\nreplay with FOYER_SEED=" << seed() << '\n';
  }
  return ok;
}

/// A number in [0, limit), drawn inside a property.
inline int pick(int limit) { return *rc::gen::inRange(0, limit); }

}  // namespace foyer::test
