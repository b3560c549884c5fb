// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/collections.hpp"
#include "schema/validate.hpp"
#include "server/accounts/account_service.hpp"

namespace foyer::server {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;

bool isThisMachine(std::string_view peer) {
  return peer.empty() || peer == "::1" || peer.starts_with("127.") || peer.starts_with("::ffff:127.");
}

bool isVersion7(const Uuid& id) { return (id.bytes[6] >> 4) == 7; }

std::optional<Error> checkEmail(std::string_view email) {
  return schema::checkText(*schema::collection("invitations").find("email"), email);
}

std::optional<Error> checkName(std::string_view name) {
  return schema::checkText(*schema::collection("profiles").find("display_name"), name);
}

SessionSubject subjectOf(const AccountRow& a) { return {a.id, false, {}, a.email, a.displayName, a.roles}; }

}  // namespace

std::optional<Error> AccountService::mayRegister(const NewAccount& wanted) {
  if (m_options.registration == Registration::closed) {
    return Error{Code::forbidden, {}, "New accounts are made by the operator of this server."};
  }
  if (m_options.registration == Registration::open) return std::nullopt;
  const bool invited = wanted.invitation && m_store.query("account.invited", [&](AccountTx& tx) {
    const auto token = tx.token(tokenHash(*wanted.invitation));
    return token && token->kind == "invitation" && !token->usedMs && token->expiresMs > m_clock.wallMs();
  });
  if (invited) return std::nullopt;
  return Error{Code::forbidden, "invitation", "Registering here needs an invitation."};
}

/// Counted before the password is hashed, which is what makes registering dear.
std::optional<Error> AccountService::countRegistration(Visit& visit) {
  if (m_options.registrationsPerHour == 0 || isThisMachine(visit.peer)) return std::nullopt;
  const std::int64_t now = m_clock.wallMs();
  return m_store.query("account.register.count", [&](AccountTx& tx) -> std::optional<Error> {
    CounterRow counter = tx.counter("register:" + visit.peer);
    if (now >= counter.notBeforeMs) {  // a new hour
      counter.failures = 0;
      counter.notBeforeMs = now + kHourMs;
    }
    if (counter.failures >= m_options.registrationsPerHour) {
      visit.retryAfterMs = counter.notBeforeMs - now;
      return Error{Code::rateLimited, {}, "Too many accounts were made from this address. Try again later."};
    }
    ++counter.failures;
    counter.lastFailureMs = now;
    tx.putCounter(counter);
    return std::nullopt;
  });
}

Result<SignIn> AccountService::registerAccount(const NewAccount& wanted, Visit& visit) {
  const std::string email = foldEmail(wanted.email);
  if (auto problem = mayRegister(wanted)) return *problem;
  if (auto problem = checkEmail(email)) return *problem;
  if (auto problem = checkName(wanted.displayName)) return *problem;
  if (wanted.account && !isVersion7(*wanted.account)) {
    return Error{Code::invalidField, "account", "An account's id is a UUID of version 7."};
  }
  const std::int64_t now = m_clock.wallMs();
  const Uuid id = wanted.account.value_or(Uuid::v7(now));
  if (const auto known = account(id)) {
    if (known->email == email) return login(email, wanted.password, wanted.device, visit);
    return Error{Code::alreadyExists, "account", "This account exists already."};
  }
  if (auto problem = passwordProblem(wanted.password, email, wanted.displayName)) return *problem;
  if (m_persons.taken(id)) return Error{Code::alreadyExists, "account", "This id is in use already."};
  if (auto refused = countRegistration(visit)) return *refused;
  const auto hash = m_passwords.hash(wanted.password);
  if (!hash) return visit.retryAfterMs = m_options.passwordWaitMs, hash.error();

  auto answer = m_store.query("account.register", [&](AccountTx& tx) -> Result<SignIn> {
    AccountRow row;
    row.id = id;
    row.email = email;
    row.passwordHash = *hash;
    row.displayName = wanted.displayName;
    if (tx.accountByEmail(email)) {
      return Error{Code::alreadyExists, "email", "There is an account with this e-mail address already."};
    }
    if (!tx.addAccount(row, now))
      return Error{Code::alreadyExists, "account", "This account exists already."};
    auto signIn = m_sessions.begin(tx, subjectOf(row), wanted.device, visit);
    if (!signIn) throw signIn.error();
    tx.audit({"account",
              "info",
              "account.registered",
              id,
              signIn->device,
              {},
              {},
              visit.peer,
              visit.requestId,
              "{}"},
             now);
    return signIn;
  });
  if (answer) m_persons.create(id);
  return answer;
}

Result<Uuid> AccountService::createAdmin(std::string_view email, std::string_view password,
                                         std::string_view name) {
  const std::string folded = foldEmail(email);
  if (auto problem = checkEmail(folded)) return *problem;
  if (auto problem = checkName(name)) return *problem;
  const auto known = m_store.query("admin.find", [&](AccountTx& tx) { return tx.accountByEmail(folded); });
  if (!known) {
    if (auto problem = passwordProblem(password, folded, name)) return *problem;
  }
  const auto hash = known ? Result<std::string>(std::string()) : m_passwords.hash(password);
  if (!hash) return hash.error();
  const std::int64_t now = m_clock.wallMs();
  const Uuid id = known ? known->id : Uuid::v7(now);
  m_store.transaction("admin.create", [&](AccountTx& tx) {
    if (!known) {
      AccountRow row;
      row.id = id;
      row.email = folded;
      row.passwordHash = *hash;
      row.displayName = std::string(name);
      tx.addAccount(row, now);
    }
    tx.setRoles(id, "user admin", now);
    tx.audit({"admin", "warning", "admin.created", {}, {}, {}, id.str(), "command line", {}, "{}"}, now);
  });
  m_persons.create(id);
  return id;
}

}  // namespace foyer::server
