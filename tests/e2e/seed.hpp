// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>
#include <cstdint>
#include <random>

#include "times.hpp"

namespace foyer::test {

/// The seed of this run: FOYER_SEED, or a new one. Says it, so that a failure can be replayed.
inline std::uint64_t seedOfRun() {
  bool set = false;
  const qulonglong given = qEnvironmentVariable("FOYER_SEED").toULongLong(&set);
  const std::uint64_t seed = set ? given : std::random_device{}();
  qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(seed));
  return seed;
}

}  // namespace foyer::test
