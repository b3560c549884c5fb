// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/account_service.hpp"

namespace foyer::server {

std::string foldEmail(std::string_view email) {
  std::string out(email);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

AccountService::AccountService(AccountStore& store, const ServerKeys& keys, const AccountOptions& options,
                               const Clock& clock, PersonScopes persons)
    : m_store(store),
      m_keys(keys),
      m_options(options),
      m_clock(clock),
      m_persons(std::move(persons)),
      m_passwords(options),
      m_guard(store, keys, options, clock),
      m_sessions(store, keys, options, clock) {}

Result<SignIn> AccountService::refresh(const Sessions::Request& request, const Visit& visit) {
  std::vector<Uuid> revoked;
  bool recovered = false;
  auto answer = m_sessions.refresh(request, visit, revoked, recovered);
  if (answer && recovered && answer->scope.isNil()) m_persons.create(answer->subject);
  m_guard.revoked(revoked);
  return answer;
}

void AccountService::logout(const std::optional<Uuid>& session, std::string_view refreshToken,
                            const Visit& visit) {
  const std::int64_t now = m_clock.wallMs();
  std::vector<Uuid> ended;
  m_store.transaction("account.logout", [&](AccountTx& tx) {
    ended.clear();
    std::vector<Uuid> wanted;
    if (session) wanted.push_back(*session);
    if (!refreshToken.empty()) {
      if (const auto token = tx.refreshToken(tokenHash(refreshToken))) wanted.push_back(token->session);
    }
    for (const Uuid& id : wanted) {
      const auto row = tx.session(id);
      if (!row || !tx.revoke(id, "logout", now)) continue;
      note(LedgerKind::session, {}, id);
      ended.push_back(id);
      tx.audit({"account",
                "info",
                "session.logout",
                row->subject,
                row->device,
                {},
                id.str(),
                visit.peer,
                visit.requestId,
                "{}"},
               now);
    }
  });
  m_guard.revoked(ended);
}

std::vector<SessionRow> AccountService::sessions(const Uuid& account) {
  return m_store.query("account.sessions",
                       [&](AccountTx& tx) { return tx.sessionsOf(account, m_clock.wallMs()); });
}

Result<void> AccountService::revokeSession(const Uuid& account, const Uuid& session, const Visit& visit) {
  const std::int64_t now = m_clock.wallMs();
  const bool done = m_store.query("account.revoke", [&](AccountTx& tx) {
    const auto row = tx.session(session);
    if (!row || row->subject != account || !tx.revoke(session, "revoked", now)) return false;
    note(LedgerKind::session, {}, session);
    tx.audit({"account",
              "notice",
              "session.revoked",
              account,
              row->device,
              {},
              session.str(),
              visit.peer,
              visit.requestId,
              "{}"},
             now);
    return true;
  });
  if (!done) return Error{Code::notFound, "id", "There is no such sign-in of yours."};
  m_guard.revoked(std::span(&session, 1));
  return {};
}

Result<void> AccountService::confirm(const Uuid& account, std::string_view password, Visit& visit) {
  const auto row = this->account(account);
  if (!row) return Error{Code::notFound, {}, "There is no such account."};
  const auto right = m_passwords.verify(row->passwordHash, password);
  if (!right) return visit.retryAfterMs = m_options.passwordWaitMs, right.error();
  if (!*right) return Error{Code::wrongCredentials, "password", "This is not the present password."};
  return {};
}

Result<void> AccountService::changePassword(const Uuid& account, const Uuid& session, std::string_view old,
                                            std::string_view fresh, Visit& visit) {
  if (auto right = confirm(account, old, visit); !right) {
    Error error = right.error();
    if (error.code == Code::wrongCredentials) error.field = "old_password";
    return error;
  }
  const auto row = this->account(account);
  if (!row) return Error{Code::notFound, {}, "There is no such account."};
  if (auto problem = passwordProblem(fresh, row->email, row->displayName)) {
    problem->field = "new_password";
    return *problem;
  }
  const auto hash = m_passwords.hash(fresh);
  if (!hash) return hash.error();
  const std::int64_t now = m_clock.wallMs();
  std::vector<Uuid> ended;
  m_store.transaction("account.password", [&](AccountTx& tx) {
    tx.setPassword(account, *hash, now);
    ended = tx.revokeAll(account, session, "password", now);
    if (!ended.empty()) note(LedgerKind::sessions, {}, account, session.str());
    tx.audit(
        {"account", "notice", "password.changed", account, {}, {}, {}, visit.peer, visit.requestId, "{}"},
        now);
  });
  m_guard.revoked(ended);
  return {};
}

std::optional<AccountRow> AccountService::account(const Uuid& id) {
  return m_store.query("account.get", [&](AccountTx& tx) { return tx.account(id); });
}

}  // namespace foyer::server
