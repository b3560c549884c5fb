// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foyer::sync {

/// How fast rows come down, from page to page; older pages count less and less. Steady milliseconds.
class Pace {
 public:
  /// A page was asked for and nothing is on its way: time counts from now.
  void begin(std::int64_t now) { m_since = now; }
  void took(std::int64_t rows, std::int64_t now) {
    m_rows = m_rows * kKept + static_cast<double>(rows);
    m_ms = m_ms * kKept + static_cast<double>(now - m_since);
    m_since = now;
  }
  /// Whole seconds for so many more, at least one; 0 while nothing is known.
  std::int64_t secondsFor(std::int64_t rows) const {
    if (rows <= 0 || m_rows <= 0) return 0;
    return 1 + static_cast<std::int64_t>(static_cast<double>(rows) * m_ms / m_rows / 1000);
  }

 private:
  static constexpr double kKept = 0.8;  ///< about the last five pages
  std::int64_t m_since = 0;
  double m_rows = 0;
  double m_ms = 0;
};

}  // namespace foyer::sync
