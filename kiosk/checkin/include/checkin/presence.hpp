// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_set>

#include "attendance/gate.hpp"

namespace foyer::kiosk {

/// Who is on site today, as far as this device knows.
class Presence {
 public:
  /// After events of this person were added. `nowMs` decides which shoot day is today.
  void refresh(const attendance::Gate& gate, const Uuid& subject, std::int64_t nowMs);
  /// After loading, and when a new shoot day begins.
  void rebuild(const attendance::Gate& gate, std::int64_t nowMs);
  std::size_t count() const { return m_in.size(); }
  attendance::Day day() const { return m_day; }

 private:
  std::unordered_set<Uuid> m_in;
  attendance::Day m_day{};
};

}  // namespace foyer::kiosk
