// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foyer {

/// Where time comes from. Injected everywhere, so that tests own it. Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  /// Wall time, milliseconds since 1970 UTC. May jump either way.
  virtual std::int64_t wallMs() const = 0;
  /// Milliseconds since an arbitrary start. Never goes back; the only base for time-outs.
  virtual std::int64_t steadyMs() const = 0;
};

/// The operating system's clocks.
class SystemClock final : public Clock {
 public:
  std::int64_t wallMs() const override;
  std::int64_t steadyMs() const override;
};

/// A clock that moves only when told. Not thread-safe.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(std::int64_t wallMs = 1'750'000'000'000) : m_wall(wallMs) {}
  std::int64_t wallMs() const override { return m_wall; }
  std::int64_t steadyMs() const override { return m_steady; }
  void advance(std::int64_t ms) { m_wall += ms, m_steady += ms; }
  void jumpWall(std::int64_t ms) { m_wall += ms; }

 private:
  std::int64_t m_wall;
  std::int64_t m_steady = 0;
};

}  // namespace foyer
