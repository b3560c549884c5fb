// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <tuple>

#include "base/clock.hpp"

namespace foyer::test {

/// The one time of a simulation, and what is going to happen in it. Nothing waits: time is where the next
/// event is. Events of the same moment happen by actor, then in the order in which the actor planned them, so
/// that the order never depends on addresses.
class Timeline final : public Clock {
 public:
  static constexpr std::int64_t kStartMs = 1'750'000'000'000;

  std::int64_t wallMs() const override { return kStartMs + m_now; }
  std::int64_t steadyMs() const override { return m_now; }
  std::int64_t now() const { return m_now; }

  /// Plans `work` in `delayMs`.
  void in(std::int64_t delayMs, int actor, std::function<void()> work);
  /// The next event, if it comes before `untilMs`; otherwise time goes there. False: nothing happened.
  bool step(std::int64_t untilMs);
  std::size_t planned() const { return m_events.size(); }

 private:
  using When = std::tuple<std::int64_t, int, std::uint64_t>;
  std::int64_t m_now = 0;
  std::map<When, std::function<void()>> m_events;
  std::map<int, std::uint64_t> m_planned;  ///< by actor
};

/// A clock that is wrong by a time that may change.
class WrongClock final : public Clock {
 public:
  explicit WrongClock(const Clock& right) : m_right(right) {}
  std::int64_t wallMs() const override { return m_right.wallMs() + m_offset; }
  std::int64_t steadyMs() const override { return m_right.steadyMs(); }
  std::int64_t offset() const { return m_offset; }
  void set(std::int64_t offsetMs) { m_offset = offsetMs; }

 private:
  const Clock& m_right;
  std::int64_t m_offset = 0;
};

}  // namespace foyer::test
