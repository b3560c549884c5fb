// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin/presence.hpp"

#include "attendance/fold.hpp"

namespace foyer::kiosk {

void Presence::refresh(const attendance::Gate& gate, const Uuid& subject, std::int64_t nowMs) {
  const attendance::Day today = gate.rules.zone.shootDay(nowMs, gate.rules.dayCutMinute);
  if (today != m_day) {
    rebuild(gate, nowMs);
    return;
  }
  bool in = false;
  for (const attendance::PersonDay& d : attendance::fold(gate.eventsOf(subject), gate.rules, nowMs)) {
    if (d.day == today) in = d.in;
  }
  if (in) {
    m_in.insert(subject);
  } else {
    m_in.erase(subject);
  }
}

void Presence::rebuild(const attendance::Gate& gate, std::int64_t nowMs) {
  m_day = gate.rules.zone.shootDay(nowMs, gate.rules.dayCutMinute);
  m_in.clear();
  for (const auto& [subject, events] : gate.events()) {
    if (!subject.isNil()) refresh(gate, subject, nowMs);
  }
}

}  // namespace foyer::kiosk
