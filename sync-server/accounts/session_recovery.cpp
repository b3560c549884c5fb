// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-ins of a server that came back from a backup, and of devices that take a new identity (law 11).
#include "crypto/digest.hpp"
#include "crypto/sign.hpp"
#include "server/accounts/sessions.hpp"
#include "session_words.hpp"

namespace foyer::server {
namespace {

/// Not a password of anybody: to be set anew.
constexpr std::string_view kNoPassword = "*";

/// When an id of version 7 was made.
std::int64_t timeOf(const Uuid& id) {
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = (ms << 8) | id.bytes[i];
  return ms;
}

bool signedBy(const Bytes& publicKey, const std::optional<Bytes>& signature, std::string_view token) {
  if (publicKey.empty() || !signature) return false;
  const std::string text = std::string(kRefreshPurpose) + std::string(token);
  return crypto::verify(*signature, asBytes(text), publicKey);
}

}  // namespace

/// Takes up a token that this server made and does not know any more. Only a device with a key can prove to
/// be the one that it was made for.
std::optional<Error> Sessions::recover(AccountTx& tx, const Request& request, const Visit& visit) {
  const auto claims = readRefreshToken(request.token, m_keys.refreshKey());
  if (!claims || !signedBy(claims->publicKey, request.signature, request.token)) return endedError();
  const std::int64_t now = m_clock.wallMs();
  const std::int64_t begun = timeOf(claims->session);
  if (m_endedMeanwhile && m_endedMeanwhile(claims->session, claims->subject, begun)) return endedError();
  if (begun + m_options.refreshTokenMs < now && !tx.session(claims->session)) return endedError();
  if (const auto device = tx.device(claims->device); device && device->publicKey != claims->publicKey)
    return endedError();
  if (!claims->kiosk && !tx.account(claims->subject)) {
    const AccountRow account{
        claims->subject, claims->email, {}, std::string(kNoPassword), claims->displayName};
    if (claims->email.empty() || !tx.addAccount(account, now)) return endedError();
  }
  if (!tx.session(claims->session)) {
    tx.putDevice({claims->device, claims->subject, "Taken up after a restore", claims->publicKey}, now);
    SessionRow session;
    session.id = claims->session;
    session.subject = claims->subject;
    session.kiosk = claims->kiosk;
    session.scope = claims->scope;
    session.device = claims->device;
    session.peer = visit.peer;
    session.createdMs = begun;
    session.expiresMs = now + m_options.refreshTokenMs;
    tx.addSession(session);
  }
  tx.addRefreshToken({tokenHash(request.token), claims->session, now, {}, {}});
  tx.audit({"account",
            "notice",
            "session.recovered",
            claims->subject,
            claims->device,
            {},
            claims->session.str(),
            visit.peer,
            visit.requestId,
            "{}"},
           now);
  return std::nullopt;
}

std::optional<Error> Sessions::move(AccountTx& tx, Step& step, const Request& request) {
  if (!request.next || request.next->id == step.session.device) return std::nullopt;
  const DeviceClaim& next = *request.next;
  if (tx.device(next.id)) {
    return Error{Code::conflict, "new_device", "This device id belongs to another device: take a new one."};
  }
  if (!signedBy(next.publicKey, request.nextSignature, request.token)) {
    return Error{Code::unauthenticated, "new_signature", "This request is not signed by the new device."};
  }
  tx.putDevice({next.id, step.session.subject, next.name, next.publicKey}, m_clock.wallMs());
  tx.moveSession(step.session.id, next.id);
  step.session.device = next.id;
  return std::nullopt;
}

}  // namespace foyer::server
