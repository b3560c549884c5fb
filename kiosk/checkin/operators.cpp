// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin/operators.hpp"

#include <algorithm>

#include "crypto/password.hpp"

namespace foyer::kiosk {

void Operators::setAll(std::vector<Operator> all) {
  m_all = std::move(all);
  const bool stillThere = m_current && std::any_of(m_all.begin(), m_all.end(), [this](const Operator& o) {
                            return o.account == m_current->account && o.level == m_current->level;
                          });
  if (!stillThere) m_current.reset();
}

std::optional<std::int64_t> Operators::lockedUntil(std::int64_t steadyMs) const {
  if (m_wrong < kMostGuesses || steadyMs >= m_lockedUntil) return std::nullopt;
  return m_lockedUntil;
}

std::optional<Operator> Operators::match(const std::vector<Operator>& all, std::string_view pin) {
  for (const Operator& o : all) {
    if (crypto::verifyPassword(o.verifier, pin)) return o;
  }
  return std::nullopt;
}

void Operators::answered(const std::optional<Operator>& who, std::int64_t steadyMs) {
  if (who) {
    m_current = who;
    m_wrong = 0;
    return;
  }
  if (m_wrong >= kMostGuesses && steadyMs >= m_lockedUntil) m_wrong = 0;
  if (++m_wrong >= kMostGuesses) m_lockedUntil = steadyMs + kLockMs;
}

}  // namespace foyer::kiosk
