// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/gate_update.hpp"

#include <algorithm>

#include "device/zones.hpp"

namespace foyer::kiosk {

void GateSettings::take(const GateUpdate& update) {
  if (update.info) m_info = update.info;
  if (update.dayRules) m_days = *update.dayRules;
}

const DayRule* GateSettings::ruleOf(attendance::Day day) const {
  const DayRule* general = nullptr;
  for (const DayRule& rule : m_days) {
    if (rule.day == day) return &rule;
    if (!rule.day) general = &rule;
  }
  return general;
}

attendance::Rules GateSettings::rules(std::int64_t nowMs) const {
  attendance::Rules rules;
  if (!m_info) return rules;
  if (m_zoneName != m_info->timeZone) {
    m_zoneName = m_info->timeZone;
    m_zone = zoneNamed(m_zoneName, nowMs);
  }
  rules.project = m_info->project;
  rules.zone = m_zone;
  rules.dayCutMinute = m_info->dayCutMinute;
  rules.leaseUntilMs = m_info->leaseUntilMs;
  if (m_info->debounceMs) rules.debounceMs = *m_info->debounceMs;
  if (const DayRule* today = ruleOf(m_zone.shootDay(nowMs, rules.dayCutMinute))) {
    rules.mode = today->mode;
    if (today->debounceMs) rules.debounceMs = *today->debounceMs;
  }
  for (const DayRule& rule : m_days) {
    if (rule.closed && rule.day) rules.closedDays.push_back(*rule.day);
  }
  std::sort(rules.closedDays.begin(), rules.closedDays.end());
  return rules;
}

int GateSettings::dayNumber(attendance::Day today) const {
  const auto isToday = [&](const DayRule& r) { return r.day == today && !r.closed; };
  if (std::none_of(m_days.begin(), m_days.end(), isToday)) return 0;
  return static_cast<int>(std::count_if(
      m_days.begin(), m_days.end(), [&](const DayRule& r) { return r.day && !r.closed && *r.day <= today; }));
}

std::string GateSettings::note(attendance::Day today) const {
  const DayRule* rule = ruleOf(today);
  return rule == nullptr ? std::string() : rule->note;
}

void apply(const GateUpdate& update, Checkin& checkin) {
  attendance::Gate& gate = checkin.gate();
  for (const auto& key : update.keys) gate.setKey(key);
  for (const auto& r : update.revocations) gate.setRevocation(r.person, r.issue, r.atMs);
  for (const Uuid& id : update.peopleGone) checkin.personGone(id);
  if (update.operators) checkin.operators().setAll(*update.operators);
  if (update.full) {
    for (const auto& person : update.people) gate.setPerson(person);
    for (const auto& event : update.events) gate.addEvent(event);
    checkin.loaded();
    return;
  }
  for (const auto& person : update.people) checkin.personChanged(person);
  for (const auto& event : update.events) checkin.eventArrived(event);
}

}  // namespace foyer::kiosk
