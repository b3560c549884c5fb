// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/gate.hpp"

#include <algorithm>

namespace foyer::attendance {

void Gate::setPerson(RosterEntry entry) {
  removePerson(entry.id);
  if (!entry.code.empty()) m_codes[entry.code] = entry.id;
  m_people.emplace(entry.id, std::move(entry));
}

void Gate::removePerson(const Uuid& id) {
  const auto it = m_people.find(id);
  if (it == m_people.end()) return;
  const auto code = m_codes.find(it->second.code);
  if (code != m_codes.end() && code->second == id) m_codes.erase(code);
  m_people.erase(it);
}

void Gate::setRevocation(const Uuid& subject, std::uint16_t issue, std::int64_t atMs) {
  m_revoked[subject] = {issue, atMs};
}

void Gate::removeRevocation(const Uuid& subject) { m_revoked.erase(subject); }

void Gate::addEvent(const Event& event) {
  auto& list = m_events[event.subject];
  const bool known = std::any_of(list.begin(), list.end(), [&](const Event& e) { return e.id == event.id; });
  if (!known) list.push_back(event);
}

const BadgeKey* Gate::key(std::uint32_t id) const {
  const auto it = m_keys.find(id);
  return it == m_keys.end() ? nullptr : &it->second;
}

const RosterEntry* Gate::person(const Uuid& id) const {
  const auto it = m_people.find(id);
  return it == m_people.end() ? nullptr : &it->second;
}

const RosterEntry* Gate::byCode(std::string_view normalisedCode) const {
  const auto it = m_codes.find(std::string(normalisedCode));
  return it == m_codes.end() ? nullptr : person(it->second);
}

std::optional<std::int64_t> Gate::revokedAt(const Uuid& subject, std::uint16_t issue) const {
  const auto it = m_revoked.find(subject);
  if (it == m_revoked.end() || issue > it->second.issue) return std::nullopt;
  return it->second.atMs;
}

std::span<const Event> Gate::eventsOf(const Uuid& subject) const {
  const auto it = m_events.find(subject);
  return it == m_events.end() ? std::span<const Event>() : std::span<const Event>(it->second);
}

}  // namespace foyer::attendance
