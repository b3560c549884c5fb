// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "timeline.hpp"

namespace foyer::test {

/// What happened, in words, for the replay of a seed that failed. Off: costs nothing but a comparison. Always
/// on: a hash over everything that was said, so that two runs of a seed can be compared.
class Trace {
 public:
  Trace(const Timeline& time, bool on) : m_time(time), m_on(on) {}
  bool on() const { return m_on; }
  /// `what` is called only when somebody reads it.
  void say(const std::string& who, const std::function<std::string()>& what);
  /// Goes into the hash: who did which thing, with which bytes.
  void mark(int actor, int what, std::string_view bytes = {});
  std::uint64_t hash() const { return m_hash; }
  /// The latest lines.
  std::string text(std::size_t lines) const;

 private:
  const Timeline& m_time;
  bool m_on;
  std::uint64_t m_hash = 1469598103934665603u;
  std::deque<std::string> m_lines;
};

}  // namespace foyer::test
