// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "attempt.hpp"
#include "crypto/digest.hpp"
#include "server/accounts/lockout.hpp"

namespace foyer::server {
namespace {

std::optional<AccountRow> find(AccountTx& tx, std::string_view login) {
  if (login.find('@') != std::string_view::npos) return tx.accountByEmail(foldEmail(login));
  std::string code(login);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return tx.accountByCode(code);
}

/// A device that signed in before counts for itself: other people's attempts never lock it. Everybody else
/// counts for the account and for the address.
std::vector<std::string> countersOf(AccountTx& tx, const std::optional<AccountRow>& account,
                                    std::string_view login, const std::optional<DeviceClaim>& device,
                                    const std::string& peer) {
  if (account && device && !device->publicKey.empty()) {
    const auto known = tx.device(device->id);
    if (known && known->subject == account->id && known->publicKey == device->publicKey) {
      return {"device:" + account->id.str() + ":" + device->id.str()};
    }
  }
  const std::string who = account
                              ? "account:" + account->id.str()
                              : "login:" + toHex(crypto::digest128(asBytes(foldEmail(login)), "foyer-login"));
  return {who, "address:" + peer};
}

}  // namespace

std::optional<Error> AccountService::startAttempt(Attempt& attempt, std::string_view login,
                                                  const std::optional<DeviceClaim>& device, Visit& visit) {
  const std::int64_t now = m_clock.wallMs();
  return m_store.query("login.start", [&](AccountTx& tx) -> std::optional<Error> {
    attempt = {};
    attempt.account = find(tx, login);
    std::optional<Error> refusal;
    for (const std::string& subject : countersOf(tx, attempt.account, login, device, visit.peer)) {
      CounterRow counter = tx.counter(subject);
      lockout::forget(counter, now, m_options.lockout);
      if (auto error = lockout::refusal(counter, now, m_options.lockout)) {
        visit.retryAfterMs = std::max(visit.retryAfterMs, lockout::waitMs(counter, now));
        if (!refusal || error->code == Code::lockedOut) refusal = std::move(error);
      }
      attempt.before.push_back(std::move(counter));
    }
    if (refusal) return refusal;
    for (CounterRow counter : attempt.before) {
      const int locks = counter.locks;
      lockout::failed(counter, now, m_options.lockout);
      tx.putCounter(counter);
      if (counter.locks == locks) continue;
      tx.audit({"account",
                "warning",
                "login.locked",
                attempt.account ? attempt.account->id : Uuid{},
                {},
                {},
                counter.subject,
                visit.peer,
                visit.requestId,
                "{}"},
               now);
    }
    return std::nullopt;
  });
}

/// After a success the person's own counter starts anew; an address is only given back this one attempt, so
/// that nobody can wash it clean with an account of their own.
void AccountService::endAttempt(AccountTx& tx, const Attempt& attempt, bool success) {
  for (const CounterRow& before : attempt.before) {
    CounterRow counter = tx.counter(before.subject);
    if (success && !before.subject.starts_with("address:")) {
      lockout::succeeded(counter);
    } else {
      lockout::undo(counter, before);
    }
    tx.putCounter(counter);
  }
}

Result<SignIn> AccountService::finishLogin(const Attempt& attempt, const std::optional<DeviceClaim>& device,
                                           const std::string& rehash, const Visit& visit) {
  const AccountRow& account = *attempt.account;
  return m_store.query("login.finish", [&](AccountTx& tx) -> Result<SignIn> {
    const std::int64_t now = m_clock.wallMs();
    endAttempt(tx, attempt, true);
    if (account.disabled)
      return Error{Code::forbidden, {}, "This account is disabled. Ask the operator of the server."};
    if (!rehash.empty()) tx.setPassword(account.id, rehash, now);
    auto signIn = m_sessions.begin(
        tx, {account.id, false, {}, account.email, account.displayName, account.roles}, device, visit);
    if (!signIn) return signIn;
    tx.audit({"account",
              "info",
              "session.login",
              account.id,
              signIn->device,
              {},
              signIn->session.str(),
              visit.peer,
              visit.requestId,
              "{}"},
             now);
    return signIn;
  });
}

Result<SignIn> AccountService::login(std::string_view login, std::string_view password,
                                     const std::optional<DeviceClaim>& device, Visit& visit) {
  Attempt attempt;
  if (auto refused = startAttempt(attempt, login, device, visit)) return *refused;
  std::optional<std::string> hash;
  if (attempt.account) hash = attempt.account->passwordHash;
  const auto right = m_passwords.verify(hash, password);
  if (!right) {
    visit.retryAfterMs = m_options.passwordWaitMs;
    m_store.transaction("login.busy", [&](AccountTx& tx) { endAttempt(tx, attempt, false); });
    return right.error();
  }
  if (!*right) {
    m_store.transaction("login.failed", [&](AccountTx& tx) {
      tx.audit({"account",
                "notice",
                "login.failed",
                attempt.account ? attempt.account->id : Uuid{},
                {},
                {},
                {},
                visit.peer,
                visit.requestId,
                "{}"},
               m_clock.wallMs());
    });
    return Error{Code::wrongCredentials, {}, "E-mail address, code or password is wrong."};
  }
  std::string rehash;
  if (m_passwords.needsRehash(*hash)) {
    if (auto made = m_passwords.hash(password)) rehash = std::move(*made);
  }
  auto answer = finishLogin(attempt, device, rehash, visit);
  if (answer) m_persons.create(answer->subject);
  return answer;
}

}  // namespace foyer::server
