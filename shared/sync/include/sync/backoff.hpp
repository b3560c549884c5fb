// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace foyer::sync {

/// 64 random bits; injected, so that tests replay.
using Random = std::function<std::uint64_t()>;

/// Growing waits between attempts, partly random.
class Backoff {
 public:
  explicit Backoff(Random random) : m_random(std::move(random)) {}
  /// How long to wait now; the next one is twice as long, up to the limit.
  std::int64_t nextMs();
  /// The wait for errors that trying again won't change.
  std::int64_t permanentMs();
  void reset() { m_attempt = 0; }

 private:
  std::int64_t jittered(std::int64_t ms);
  Random m_random;
  int m_attempt = 0;
};

}  // namespace foyer::sync
