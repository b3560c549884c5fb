// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "base/clock.hpp"

namespace foyer::sync {

/// The device's clock put right by what the server said at the last hello (design law 4). The store stamps
/// with it, so that a device whose clock is an hour off writes with the right time from the first hello on,
/// and the queue is moved once, not at each hello. Thread-safe when the clock below is.
class CorrectedClock final : public Clock {
 public:
  explicit CorrectedClock(const Clock& below, std::int64_t offsetMs = 0)
      : m_below(below), m_offset(offsetMs) {}
  std::int64_t wallMs() const override { return m_below.wallMs() + m_offset; }
  std::int64_t steadyMs() const override { return m_below.steadyMs(); }
  std::int64_t offsetMs() const { return m_offset; }
  void setOffset(std::int64_t ms) { m_offset = ms; }

 private:
  const Clock& m_below;
  std::atomic<std::int64_t> m_offset;
};

}  // namespace foyer::sync
