// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/sessions.hpp"

#include "crypto/digest.hpp"
#include "crypto/random.hpp"
#include "crypto/sign.hpp"
#include "server/accounts/access_token.hpp"
#include "session_words.hpp"

namespace foyer::server {
namespace {

bool hasRole(std::string_view roles, std::string_view role) {
  while (!roles.empty()) {
    const std::size_t space = roles.find(' ');
    if (roles.substr(0, space) == role) return true;
    if (space == std::string_view::npos) break;
    roles.remove_prefix(space + 1);
  }
  return false;
}

}  // namespace

Bytes tokenHash(std::string_view token) {
  const auto hash = crypto::sha256(asBytes(token));
  return Bytes(hash.begin(), hash.end());
}

SignIn Sessions::answer(const SessionSubject& subject, const SessionRow& session,
                        std::string refreshToken) const {
  const std::int64_t now = m_clock.wallMs() / 1000;
  const std::int64_t lifetime = m_options.accessTokenMs / 1000;
  AccessClaims claims{subject.id,    session.device, session.id,
                      session.scope, subject.kiosk,  hasRole(subject.roles, "admin"),
                      now,           now + lifetime};
  return {issueToken(claims, m_keys.tokenKey().secretKey),
          std::move(refreshToken),
          lifetime,
          subject.id,
          subject.email,
          subject.displayName,
          subject.roles,
          session.device,
          session.id,
          session.scope};
}

Result<SignIn> Sessions::begin(AccountTx& tx, const SessionSubject& subject,
                               const std::optional<DeviceClaim>& claim, const Visit& visit) {
  const std::int64_t now = m_clock.wallMs();
  const DeviceClaim device = claim.value_or(DeviceClaim{Uuid::v7(now), "Unnamed client", {}});
  if (const auto known = tx.device(device.id)) {
    const bool sameKey = known->publicKey == device.publicKey;
    if (!sameKey || (device.publicKey.empty() && known->subject != subject.id)) {
      return Error{Code::conflict, "device", "This device id belongs to another device: take a new one."};
    }
  }
  tx.putDevice({device.id, subject.id, device.name, device.publicKey}, now);
  SessionRow session;
  session.id = Uuid::v7(now);
  session.subject = subject.id;
  session.kiosk = subject.kiosk;
  session.scope = subject.scope;
  session.device = device.id;
  session.peer = visit.peer;
  session.createdMs = now;
  session.expiresMs = now + m_options.refreshTokenMs;
  tx.addSession(session);
  std::string token = tokenFor(subject, session, device.publicKey, crypto::randomToken());
  tx.addRefreshToken({tokenHash(token), session.id, now, {}, {}});
  return answer(subject, session, std::move(token));
}

std::string Sessions::tokenFor(const SessionSubject& subject, const SessionRow& session,
                               const Bytes& publicKey, std::string_view nonce) const {
  RefreshClaims claims;
  claims.session = session.id;
  claims.subject = subject.id;
  claims.device = session.device;
  claims.publicKey = publicKey;
  claims.kiosk = subject.kiosk;
  claims.scope = subject.scope;
  claims.email = subject.email;
  claims.displayName = subject.displayName;
  return makeRefreshToken(claims, nonce, m_keys.refreshKey());
}

Result<Sessions::Step> Sessions::inForce(AccountTx& tx, const Request& request) {
  // The session's lock comes first: only then is the token's state final.
  const auto found = tx.refreshToken(tokenHash(request.token));
  if (!found) return endedError();
  auto session = tx.session(found->session);
  if (!session || session->revokedMs || session->expiresMs <= m_clock.wallMs()) return endedError();
  auto again = tx.refreshToken(found->hash);
  if (!again) return endedError();
  return Step{std::move(*session), std::move(*again)};
}

Result<void> Sessions::proven(AccountTx& tx, const Step& step, const Request& request) {
  const auto device = tx.device(step.session.device);
  if (!device || device->publicKey.empty()) return {};
  // After a lost answer the sign-in has moved already: then the new key's signature is the device's.
  const bool moved = request.next && request.next->id == step.session.device;
  const std::optional<Bytes>& signature = moved ? request.nextSignature : request.signature;
  const std::string text = std::string(kRefreshPurpose) + std::string(request.token);
  if (signature && crypto::verify(*signature, asBytes(text), device->publicKey)) return {};
  return Error{Code::unauthenticated, "signature",
               "This request is not signed by the device that signed in."};
}

Result<SessionSubject> Sessions::subjectOf(AccountTx& tx, const SessionRow& session) {
  if (session.kiosk)
    return SessionSubject{session.subject, true, session.scope, {}, session.deviceName, "kiosk"};
  const auto account = tx.account(session.subject);
  if (!account || account->disabled) return endedError();
  return SessionSubject{account->id, false, {}, account->email, account->displayName, account->roles};
}

Result<SignIn> Sessions::exchange(AccountTx& tx, const Step& step, std::string_view token, bool isSigned,
                                  const Visit& visit, std::vector<Uuid>& revoked) {
  const std::int64_t now = m_clock.wallMs();
  auto subject = subjectOf(tx, step.session);
  if (!subject) return subject.error();
  const auto device = tx.device(step.session.device);
  std::string next = tokenFor(*subject, step.session, device ? device->publicKey : Bytes(),
                              m_keys.successorOf(std::string(token), step.session.id.str()));
  if (!step.token.rotatedMs) {
    const Bytes hash = tokenHash(next);
    tx.rotate(step.token.hash, hash, now);
    tx.addRefreshToken({hash, step.session.id, now, {}, {}});
  } else {
    const auto successor = tx.refreshToken(step.token.successor);
    const bool unused = successor && !successor->rotatedMs;
    const bool soon = isSigned || now - *step.token.rotatedMs <= m_options.refreshGraceMs;
    if (!unused || !soon) {
      tx.revoke(step.session.id, "reuse", now);
      revoked.push_back(step.session.id);
      tx.audit({"account",
                "alarm",
                "session.reuse",
                step.session.subject,
                step.session.device,
                {},
                step.session.id.str(),
                visit.peer,
                visit.requestId,
                "{}"},
               now);
      return Error{
          Code::unauthenticated, {}, "This sign-in was used from two places and has ended. Sign in again."};
    }
  }
  tx.seen(step.session.id, visit.peer, now, now + m_options.refreshTokenMs);
  return answer(*subject, step.session, std::move(next));
}

Result<SignIn> Sessions::refresh(const Request& request, const Visit& visit, std::vector<Uuid>& revoked,
                                 bool& recovered) {
  return m_store.query("account.refresh", [&](AccountTx& tx) -> Result<SignIn> {
    revoked.clear();
    recovered = false;
    if (!tx.refreshToken(tokenHash(request.token))) {
      if (auto refused = recover(tx, request, visit)) return *refused;
      recovered = true;
    }
    auto step = inForce(tx, request);
    if (!step) return step.error();
    if (auto proof = proven(tx, *step, request); !proof) return proof.error();
    if (auto refused = move(tx, *step, request)) return *refused;
    return exchange(tx, *step, request.token, request.signature.has_value(), visit, revoked);
  });
}

}  // namespace foyer::server
