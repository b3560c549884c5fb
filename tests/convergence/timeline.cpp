// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline.hpp"

#include <algorithm>

namespace foyer::test {

void Timeline::in(std::int64_t delayMs, int actor, std::function<void()> work) {
  const std::int64_t at = m_now + std::max<std::int64_t>(delayMs, 0);
  m_events.emplace(When{at, actor, ++m_planned[actor]}, std::move(work));
}

bool Timeline::step(std::int64_t untilMs) {
  const auto next = m_events.begin();
  if (next == m_events.end() || std::get<0>(next->first) > untilMs) {
    m_now = std::max(m_now, untilMs);
    return false;
  }
  m_now = std::max(m_now, std::get<0>(next->first));
  const std::function<void()> work = std::move(next->second);
  m_events.erase(next);
  work();
  return true;
}

}  // namespace foyer::test
