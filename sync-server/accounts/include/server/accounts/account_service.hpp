// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "server/accounts/account_options.hpp"
#include "server/accounts/passwords.hpp"
#include "server/accounts/session_guard.hpp"
#include "server/accounts/sessions.hpp"
#include "server/accounts/sign_in.hpp"
#include "server/ledger/ledger.hpp"

namespace foyer::server {

/// Where a person's scope is made; bound to the sync room by the program.
struct PersonScopes {
  std::function<bool(const Uuid& account)> taken;   ///< a scope of that id belongs to somebody already
  std::function<void(const Uuid& account)> create;  ///< idempotent
};

/// Accounts: registering, signing in and out, sessions, passwords. Every answer that changes something is in
/// the audit log, in the same transaction. Thread-safe; blocks.
class AccountService {
 public:
  AccountService(AccountStore& store, const ServerKeys& keys, const AccountOptions& options,
                 const Clock& clock, PersonScopes persons);

  /// Registers and signs in. The same request again (after a lost answer) signs in.
  Result<SignIn> registerAccount(const NewAccount& wanted, Visit& visit);
  /// `login` is an e-mail address or a code. `wrongCredentials` never says which part was wrong.
  Result<SignIn> login(std::string_view login, std::string_view password,
                       const std::optional<DeviceClaim>& device, Visit& visit);
  Result<SignIn> refresh(const Sessions::Request& request, const Visit& visit);
  /// Ends the session of an access or refresh token; what is over already is fine.
  void logout(const std::optional<Uuid>& session, std::string_view refreshToken, const Visit& visit);
  std::vector<SessionRow> sessions(const Uuid& account);
  Result<void> revokeSession(const Uuid& account, const Uuid& session, const Visit& visit);
  /// Asks for the password of somebody who is signed in, before what can't be undone.
  Result<void> confirm(const Uuid& account, std::string_view password, Visit& visit);
  /// Ends all other sessions of the account.
  Result<void> changePassword(const Uuid& account, const Uuid& session, std::string_view old,
                              std::string_view fresh, Visit& visit);
  /// From the command line of the server only: makes the account, or gives an existing one the role.
  Result<Uuid> createAdmin(std::string_view email, std::string_view password, std::string_view name);
  std::optional<AccountRow> account(const Uuid& id);

  /// Revocations are noted there before they are committed, so that a restore does not undo them (law 11).
  /// Set once, before the first call; outlives this.
  void keepLedger(Ledger& ledger);
  void note(LedgerKind kind, const Uuid& scope, const Uuid& subject, std::string detail = {});
  /// Ends again what a database that came back from a backup forgot to have ended: sessions, and those of
  /// kiosks.
  void endAgain(const LedgerEntry& entry);

  SessionGuard& guard() { return m_guard; }
  Sessions& sessionMaker() { return m_sessions; }
  AccountStore& store() { return m_store; }
  const AccountOptions& options() const { return m_options; }
  const Clock& clock() const { return m_clock; }

 private:
  struct Attempt;
  std::optional<Error> mayRegister(const NewAccount& wanted);
  std::optional<Error> countRegistration(Visit& visit);
  std::optional<Error> startAttempt(Attempt& attempt, std::string_view login,
                                    const std::optional<DeviceClaim>& device, Visit& visit);
  void endAttempt(AccountTx& tx, const Attempt& attempt, bool success);
  Result<SignIn> finishLogin(const Attempt& attempt, const std::optional<DeviceClaim>& device,
                             const std::string& rehash, const Visit& visit);

  AccountStore& m_store;
  const ServerKeys& m_keys;
  const AccountOptions& m_options;
  const Clock& m_clock;
  PersonScopes m_persons;
  PasswordGate m_passwords;
  SessionGuard m_guard;
  Sessions m_sessions;
  Ledger* m_ledger = nullptr;
};

/// Small letters; e-mail addresses are compared like this.
std::string foldEmail(std::string_view email);

}  // namespace foyer::server
