// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "base/clock.hpp"

namespace foyer::test {

/// A clock that stands still until it is told to move, read by many threads.
class SharedClock final : public Clock {
 public:
  std::int64_t wallMs() const override { return m_wall; }
  std::int64_t steadyMs() const override { return m_steady; }
  void advance(std::int64_t ms) { m_wall += ms, m_steady += ms; }

 private:
  std::atomic<std::int64_t> m_wall{1'750'000'000'000};
  std::atomic<std::int64_t> m_steady{1};
};

}  // namespace foyer::test
