// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/session_guard.hpp"

namespace foyer::server {

void SessionGuard::refreshIfOld() {
  {
    const std::lock_guard lock(m_mutex);
    const std::int64_t now = m_clock.steadyMs();
    if (m_asking || (m_askedMs >= 0 && now - m_askedMs < m_options.revocationPollMs)) return;
    m_asking = true;
    m_askedMs = now;
    m_told.clear();
  }
  // Tokens that are older than the lifetime have ended by themselves; twice of it leaves room for clocks that
  // differ.
  const std::int64_t since = m_clock.wallMs() - 2 * m_options.accessTokenMs;
  std::unordered_set<Uuid> fresh;
  try {
    m_store.transaction("account.revoked", [&](AccountTx& tx) {
      for (const Uuid& id : tx.revokedSince(since)) fresh.insert(id);
    });
  } catch (...) {
    const std::lock_guard lock(m_mutex);
    m_asking = false;
    m_askedMs = -1;
    throw;
  }
  const std::lock_guard lock(m_mutex);
  m_asking = false;
  fresh.insert(m_told.begin(), m_told.end());
  m_revoked = std::move(fresh);
}

bool SessionGuard::isRevoked(const Uuid& session) {
  refreshIfOld();
  const std::lock_guard lock(m_mutex);
  return m_revoked.contains(session);
}

void SessionGuard::revoked(std::span<const Uuid> sessions) {
  const std::lock_guard lock(m_mutex);
  m_revoked.insert(sessions.begin(), sessions.end());
  m_told.insert(m_told.end(), sessions.begin(), sessions.end());
}

Result<AccessClaims> SessionGuard::authenticate(std::string_view token) {
  auto claims = readToken(token, m_keys.tokenKey().publicKey, m_clock.wallMs() / 1000);
  if (!claims) return claims;
  if (isRevoked(claims->session))
    return Error{Code::unauthenticated, {}, "This sign-in has ended. Sign in again."};
  return claims;
}

}  // namespace foyer::server
