// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "base/clock.hpp"

namespace foyer::sync {

/// The device's clock put right by what the server said at the last hello (design law 4). The store stamps
/// with it, so that a device whose clock is an hour off writes with the right time from the first hello on,
/// and the queue is moved once, not at each hello. Between two hellos it goes by the steady clock alone: when
/// somebody sets the device's clock, what was written before and after is wrong by the same time, and the
/// next hello puts all of it right. Thread-safe when the clock below is.
class CorrectedClock final : public Clock {
 public:
  explicit CorrectedClock(const Clock& below, std::int64_t offsetMs = 0) : m_below(below), m_ahead(0) {
    setOffset(offsetMs);
  }
  std::int64_t wallMs() const override { return m_below.steadyMs() + m_ahead; }
  std::int64_t steadyMs() const override { return m_below.steadyMs(); }
  /// From the device's clock, as it is set now, to this one.
  std::int64_t offsetMs() const { return wallMs() - m_below.wallMs(); }
  void setOffset(std::int64_t ms) { m_ahead = m_below.wallMs() + ms - m_below.steadyMs(); }
  /// From the steady clock to this one: stays right until the next boot, however the device's clock is set.
  std::int64_t aheadMs() const { return m_ahead; }
  void setAhead(std::int64_t ms) { m_ahead = ms; }

 private:
  const Clock& m_below;
  std::atomic<std::int64_t> m_ahead;  ///< of the steady clock
};

}  // namespace foyer::sync
