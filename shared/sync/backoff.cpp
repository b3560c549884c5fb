// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.hpp"

#include <algorithm>

#include "sync/tuning.hpp"

namespace foyer::sync {

std::int64_t Backoff::jittered(std::int64_t ms) {
  const auto random = static_cast<std::int64_t>(static_cast<double>(ms) * tuning::kBackoffJitter);
  if (random <= 0) return ms;
  return ms - random + static_cast<std::int64_t>(m_random() % (static_cast<std::uint64_t>(random) + 1));
}

std::int64_t Backoff::nextMs() {
  std::int64_t wait = tuning::kBackoffFirst.count();
  for (int i = 0; i < m_attempt && wait < tuning::kBackoffMax.count(); ++i) wait *= 2;
  if (wait < tuning::kBackoffMax.count()) ++m_attempt;
  return jittered(std::min<std::int64_t>(wait, tuning::kBackoffMax.count()));
}

std::int64_t Backoff::permanentMs() { return jittered(tuning::kBackoffPermanent.count()); }

}  // namespace foyer::sync
