// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "server/accounts/account_options.hpp"
#include "server/accounts/refresh_token.hpp"
#include "server/accounts/server_keys.hpp"
#include "server/accounts/sign_in.hpp"
#include "server/db/account_store.hpp"

namespace foyer::server {

/// For whom a session is begun.
struct SessionSubject {
  Uuid id;
  bool kiosk = false;
  Uuid scope;
  std::string email;
  std::string displayName;
  std::string roles;
};

/// SHA-256 of a bearer token: all that the database knows of it.
Bytes tokenHash(std::string_view token);

/// Sign-ins and their refresh tokens. Thread-safe.
///
/// A refresh exchanges the token for its successor, which is computed, not stored: the same request after a
/// lost answer gets the same successor, as long as that one was not used. A token used after its successor
/// was used is a stolen one: the whole session ends.
class Sessions {
 public:
  Sessions(AccountStore& store, const ServerKeys& keys, const AccountOptions& options, const Clock& clock)
      : m_store(store), m_keys(keys), m_options(options), m_clock(clock) {}

  /// Notes the device and begins a session. `conflict` when the device's id belongs to another device or
  /// person.
  Result<SignIn> begin(AccountTx& tx, const SessionSubject& subject, const std::optional<DeviceClaim>& device,
                       const Visit& visit);
  /// `signature` is the device's, over "foyer-refresh\n" and the token; needed when the device has a key. A
  /// token that this server made and forgot (law 11) counts when it is signed. With `next` the sign-in moves
  /// to a new identity of the same device, whose key has signed the same text in `nextSignature`.
  struct Request {
    std::string_view token;
    std::optional<Bytes> signature = {};
    std::optional<DeviceClaim> next = {};
    std::optional<Bytes> nextSignature = {};
  };
  Result<SignIn> refresh(const Request& request, const Visit& visit, std::vector<Uuid>& revoked,
                         bool& recovered);

  /// Whether something that was made at `sinceMs` was ended for good meanwhile; set once, before the first
  /// use.
  using Ended = std::function<bool(const Uuid& session, const Uuid& subject, std::int64_t sinceMs)>;
  void onForgotten(Ended ended) { m_endedMeanwhile = std::move(ended); }

 private:
  struct Step {
    SessionRow session;
    RefreshTokenRow token;
  };
  Result<Step> inForce(AccountTx& tx, const Request& request);
  std::optional<Error> recover(AccountTx& tx, const Request& request, const Visit& visit);
  std::optional<Error> move(AccountTx& tx, Step& step, const Request& request);
  Result<void> proven(AccountTx& tx, const Step& step, const Request& request);
  std::string tokenFor(const SessionSubject& subject, const SessionRow& session, const Bytes& publicKey,
                       std::string_view nonce) const;
  Result<SignIn> exchange(AccountTx& tx, const Step& step, std::string_view token, bool isSigned,
                          const Visit& visit, std::vector<Uuid>& revoked);
  Result<SessionSubject> subjectOf(AccountTx& tx, const SessionRow& session);
  SignIn answer(const SessionSubject& subject, const SessionRow& session, std::string refreshToken) const;

  AccountStore& m_store;
  const ServerKeys& m_keys;
  const AccountOptions& m_options;
  const Clock& m_clock;
  Ended m_endedMeanwhile;
};

}  // namespace foyer::server
