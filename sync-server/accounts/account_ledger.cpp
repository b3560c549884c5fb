// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/account_service.hpp"

namespace foyer::server {

void AccountService::keepLedger(Ledger& ledger) {
  m_ledger = &ledger;
  m_sessions.onForgotten([this](const Uuid& session, const Uuid& subject, std::int64_t begunMs) {
    for (const LedgerEntry& entry : m_ledger->since(0)) {
      const bool it = entry.kind == LedgerKind::session && entry.subject == session;
      const bool all = (entry.kind == LedgerKind::sessions || entry.kind == LedgerKind::kiosk) &&
                       entry.subject == subject && entry.detail != session.str() && entry.atMs >= begunMs;
      const bool erased = entry.kind == LedgerKind::erasure && entry.subject == subject;
      if (it || all || erased) return true;
    }
    return false;
  });
}

void AccountService::note(LedgerKind kind, const Uuid& scope, const Uuid& subject, std::string detail) {
  if (m_ledger == nullptr) return;
  m_ledger->append({.number = 0,
                    .atMs = m_clock.wallMs(),
                    .kind = kind,
                    .scope = scope,
                    .subject = subject,
                    .detail = std::move(detail)});
}

void AccountService::endAgain(const LedgerEntry& entry) {
  const std::int64_t now = m_clock.wallMs();
  std::vector<Uuid> ended;
  m_store.transaction("account.end_again", [&](AccountTx& tx) {
    ended.clear();
    if (entry.kind == LedgerKind::session) {
      if (tx.session(entry.subject) && tx.revoke(entry.subject, "ledger", now))
        ended.push_back(entry.subject);
      return;
    }
    // Who signed in after that stays signed in.
    const Uuid except = Uuid::parse(entry.detail).value_or(Uuid{});
    for (const SessionRow& session : tx.sessionsOf(entry.subject, now)) {
      if (session.id == except || session.createdMs > entry.atMs) continue;
      if (tx.revoke(session.id, "ledger", now)) ended.push_back(session.id);
    }
  });
  m_guard.revoked(ended);
}

}  // namespace foyer::server
