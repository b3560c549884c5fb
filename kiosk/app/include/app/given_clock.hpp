// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/clock.hpp"

namespace foyer::kiosk {

/// The system's clock, or one that started at a given instant and goes on from there.
class GivenClock final : public Clock {
 public:
  explicit GivenClock(std::optional<std::int64_t> startMs) : m_start(startMs), m_began(m_system.steadyMs()) {}
  std::int64_t wallMs() const override {
    return m_start ? *m_start + m_system.steadyMs() - m_began : m_system.wallMs();
  }
  std::int64_t steadyMs() const override { return m_system.steadyMs(); }
  bool given() const { return m_start.has_value(); }

 private:
  SystemClock m_system;
  std::optional<std::int64_t> m_start;
  std::int64_t m_began;
};

}  // namespace foyer::kiosk
