// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/auth_client.hpp"

#include <QHostAddress>
#include <QJsonDocument>
#include <algorithm>

#include "base/text.hpp"
#include "http_request.hpp"

namespace foyer::qt {
namespace {

const QString kSecretName = QStringLiteral("sign-in");
/// Above this an answer is not one of our server's.
constexpr qint64 kMaxAnswerBytes = 4 * 1024 * 1024;
/// A token that ends sooner is refreshed first, so that it doesn't end on the way.
constexpr std::int64_t kTokenReserveMs = 60'000;

QString base64Url(std::span<const std::uint8_t> raw) { return QString::fromStdString(toBase64Url(raw)); }

bool isLoopback(const QString& host) {
  return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

}  // namespace

AuthClient::AuthClient(Options options, Keychain& keychain, const DeviceIdentity& identity,
                       const Clock& clock, QObject* parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_keychain(keychain),
      m_identity(identity),
      m_clock(clock) {
  const auto kept = m_keychain.read(kSecretName);
  if (!kept) return;
  const QJsonObject o = QJsonDocument::fromJson(*kept).object();
  const auto account = Uuid::parse(o.value(u"account").toString().toStdString());
  if (!account || o.value(u"refresh_token").toString().isEmpty()) return;
  SignIn in;
  in.account = *account;
  in.login = o.value(u"login").toString();
  in.name = o.value(u"name").toString();
  in.role = o.value(u"role").toString();
  in.refreshToken = o.value(u"refresh_token").toString();
  if (m_options.server.isEmpty()) m_options.server = QUrl(o.value(u"server").toString());
  m_signIn = in;
}

Result<void> AuthClient::allowed(const QUrl& server, bool insecure) {
  if (!server.isValid() || server.host().isEmpty())
    return Error{Code::invalidField, "server", "This is no server address."};
  if (server.scheme() == QLatin1String("https")) return {};
  if (server.scheme() != QLatin1String("http"))
    return Error{Code::invalidField, "server", "The server address begins with https://."};
  if (insecure || isLoopback(server.host())) return {};
  return Error{Code::invalidField, "server", "Without https only a server on this very machine may be used."};
}

void AuthClient::setServer(const QUrl& server) { m_options.server = server; }

QJsonObject AuthClient::deviceJson(const DeviceIdentity& identity) const {
  return {{QStringLiteral("id"), QString::fromStdString(identity.device.str())},
          {QStringLiteral("name"), m_options.deviceName},
          {QStringLiteral("public_key"), base64Url(identity.key.publicKey)}};
}

// ---- signing in and out

void AuthClient::registerAccount(const Uuid& account, const QString& email, const QString& password,
                                 const QString& name, Done done) {
  send("POST", QStringLiteral("/auth/register"),
       {{QStringLiteral("account"), QString::fromStdString(account.str())},
        {QStringLiteral("email"), email},
        {QStringLiteral("password"), password},
        {QStringLiteral("display_name"), name},
        {QStringLiteral("device"), deviceJson(m_identity)}},
       {}, signInDone(email, std::move(done)));
}

void AuthClient::login(const QString& login, const QString& password, Done done) {
  send("POST", QStringLiteral("/auth/login"),
       {{QStringLiteral("login"), login},
        {QStringLiteral("password"), password},
        {QStringLiteral("device"), deviceJson(m_identity)}},
       {}, signInDone(login, std::move(done)));
}

void AuthClient::enrolKiosk(const QString& token, const QString& name, Done done) {
  send("POST", QStringLiteral("/api/v1/kiosks/enrol"),
       {{QStringLiteral("token"), token},
        {QStringLiteral("name"), name},
        {QStringLiteral("device"), deviceJson(m_identity)}},
       {}, signInDone(name, std::move(done)));
}

AuthClient::Done AuthClient::signInDone(const QString& login, Done done) {
  return [this, login, done = std::move(done)](Result<QJsonObject> answer) {
    if (!answer) return done(std::move(answer));
    if (const auto kept = keep(*answer, login); !kept) return done(kept.error());
    emit signedIn();
    done(std::move(answer));
  };
}

Result<void> AuthClient::keep(const QJsonObject& answer, const QString& login) {
  SignIn in = m_signIn.value_or(SignIn{});
  if (answer.contains(u"account")) {
    const QJsonObject account = answer.value(u"account").toObject();
    const auto id = Uuid::parse(account.value(u"id").toString().toStdString());
    if (!id) return {Code::internal, "The server's answer names no account."};
    in.account = *id;
    in.name = account.value(u"display_name").toString();
    in.role = account.value(u"role").toString();
    in.login = login;
  }
  in.accessToken = answer.value(u"access_token").toString();
  in.refreshToken = answer.value(u"refresh_token").toString();
  in.expiresMs = m_clock.steadyMs() + answer.value(u"expires_in").toInteger() * 1000;
  if (in.account.isNil() || in.accessToken.isEmpty() || in.refreshToken.isEmpty())
    return {Code::internal, "The server's answer has no tokens."};
  m_signIn = in;
  const QJsonObject secret{{QStringLiteral("server"), m_options.server.toString()},
                           {QStringLiteral("account"), QString::fromStdString(in.account.str())},
                           {QStringLiteral("login"), in.login},
                           {QStringLiteral("name"), in.name},
                           {QStringLiteral("role"), in.role},
                           {QStringLiteral("refresh_token"), in.refreshToken}};
  if (!m_keychain.write(kSecretName, QJsonDocument(secret).toJson(QJsonDocument::Compact)))
    return {Code::internal, "The sign-in can't be kept on this device."};
  return {};
}

void AuthClient::forget() {
  if (!m_signIn) return;
  m_signIn.reset();
  m_keychain.remove(kSecretName);
  emit signedOut();
}

void AuthClient::logout(Done done) {
  if (!m_signIn) return done(QJsonObject{});
  const SignIn in = *m_signIn;
  forget();
  send("POST", QStringLiteral("/auth/logout"), {{QStringLiteral("refresh_token"), in.refreshToken}},
       in.accessToken, std::move(done));
}

// ---- tokens

void AuthClient::accessToken(TokenDone done) {
  const bool fresh = m_signIn && !m_signIn->accessToken.isEmpty() &&
                     m_signIn->expiresMs > m_clock.steadyMs() + kTokenReserveMs;
  m_waiting.push_back(std::move(done));
  if (m_refreshing) return;
  if (m_signIn && !fresh) return refresh();
  m_refreshing = true;
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (m_signIn) {
          settle(m_signIn->accessToken);
        } else {
          settle({Code::unauthenticated, "Nobody is signed in on this device."});
        }
      },
      Qt::QueuedConnection);
}

void AuthClient::settle(const Result<QString>& outcome) {
  m_refreshing = false;
  for (auto& done : std::exchange(m_waiting, {})) done(outcome);
}

void AuthClient::tokenRefused() {
  if (m_signIn) m_signIn->accessToken.clear();
}

/// The refresh token is the old one until the new one is kept here: when the answer is lost, the same request
/// is sent again, and the device's signature tells the server that this is no thief.
void AuthClient::refresh() {
  m_refreshing = true;
  exchange(nullptr, [](const Result<QJsonObject>&) {});
}

void AuthClient::moveTo(const DeviceIdentity& next, Done done) {
  if (!m_signIn) return done({Code::unauthenticated, "Nobody is signed in on this device."});
  if (m_refreshing) return done({Code::busy, "The sign-in is being renewed."});
  m_refreshing = true;
  exchange(&next, done);
}

void AuthClient::exchange(const DeviceIdentity* next, const Done& done) {
  const std::string text = "foyer-refresh\n" + m_signIn->refreshToken.toStdString();
  const auto signatureBy = [&text](const DeviceIdentity& identity) {
    return base64Url(crypto::sign(asBytes(text), identity.key.secretKey));
  };
  QJsonObject request{{QStringLiteral("refresh_token"), m_signIn->refreshToken},
                      {QStringLiteral("device"), QString::fromStdString(m_identity.device.str())},
                      {QStringLiteral("signature"), signatureBy(m_identity)}};
  if (next) {
    request[QStringLiteral("new_device")] = deviceJson(*next);
    request[QStringLiteral("new_signature")] = signatureBy(*next);
  }
  send("POST", QStringLiteral("/auth/refresh"), request, {}, [this, done](Result<QJsonObject> answer) {
    const auto end = [&](const Result<QString>& outcome) {
      settle(outcome);
      if (outcome) return done(std::move(answer));
      done(outcome.error());
    };
    if (!m_signIn) return end({Code::unauthenticated, "Nobody is signed in on this device."});
    if (answer) {
      const auto kept = keep(*answer, m_signIn->login);
      if (kept) return end(m_signIn->accessToken);
      return end(kept.error());
    }
    const Error why = answer.error();
    if (why.code == Code::unauthenticated || why.code == Code::gone) forget();
    end(why);
  });
}

// ---- calls

void AuthClient::call(const QByteArray& method, const QString& path, const QJsonObject& body, Done done) {
  accessToken([this, method, path, body, done = std::move(done)](Result<QString> token) {
    if (!token) return done(token.error());
    send(method, path, body, *token, done);
  });
}

void AuthClient::send(const QByteArray& method, const QString& path, const QJsonObject& body,
                      const QString& token, Done done) {
  const auto permitted = allowed(m_options.server, m_options.insecure);
  if (!permitted) {
    QMetaObject::invokeMethod(
        this, [done, why = permitted.error()] { done(why); }, Qt::QueuedConnection);
    return;
  }
  const QByteArray json = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
  auto* reply = m_network.sendCustomRequest(jsonRequest(m_options.server, path, token), method, json);
  capBody(reply, kMaxAnswerBytes);
  connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done), token] {
    reply->deleteLater();
    const QByteArray answer = bodyOf(reply);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject envelope = QJsonDocument::fromJson(answer).object();
    if (status >= 200 && status < 300 && (status == 204 || envelope.value(u"success").toBool())) {
      const QJsonValue data = envelope.value(u"data");
      return done(data.isArray() ? QJsonObject{{QStringLiteral("items"), data}} : data.toObject());
    }
    if (status == 401 && !token.isEmpty()) tokenRefused();
    done(errorOf(reply, answer));
  });
}

}  // namespace foyer::qt
