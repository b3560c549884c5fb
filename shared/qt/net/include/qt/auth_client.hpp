// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>
#include <functional>
#include <optional>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "qt/device_identity.hpp"
#include "qt/keychain.hpp"

namespace foyer::qt {

/// A sign-in as kept in the keychain.
struct SignIn {
  Uuid account;
  QString login;
  QString name;
  QString role;
  QString accessToken;
  QString refreshToken;
  std::int64_t expiresMs = 0;  ///< of the access token, steady time
};

/// Accounts and the REST calls that are not sync. Lives on the worker thread; every call answers exactly
/// once, later, on that thread; calls in flight die with the client.
class AuthClient : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(Result<QJsonObject>)>;
  using TokenDone = std::function<void(Result<QString>)>;

  struct Options {
    QUrl server;
    bool insecure = false;  ///< plain http outside loopback, for laboratories only
    QString deviceName;     ///< at most 100 characters; others read it beside what was written here
  };
  AuthClient(Options options, Keychain& keychain, const DeviceIdentity& identity, const Clock& clock,
             QObject* parent = nullptr);

  /// Says why this server address is not allowed: https outside loopback, unless `insecure`.
  static Result<void> allowed(const QUrl& server, bool insecure);

  const std::optional<SignIn>& signIn() const { return m_signIn; }
  const QUrl& server() const { return m_options.server; }
  void setServer(const QUrl& server);

  /// Registers with the account id that this device made, so that what was done before belongs to it.
  void registerAccount(const Uuid& account, const QString& email, const QString& password,
                       const QString& name, Done done);
  void login(const QString& login, const QString& password, Done done);
  /// Forgets the sign-in here at once and tells the server when it can be reached.
  void logout(Done done);
  /// A kiosk's sign-in by a one-time enrolment token.
  void enrolKiosk(const QString& token, const QString& name, Done done);

  /// A token that is valid for a minute at least; refreshes if needed. Calls at the same time share one
  /// refresh.
  void accessToken(TokenDone done);
  /// The server refused the token before its time.
  void tokenRefused();

  /// Moves the sign-in to another identity of this device (law 11): both keys sign. Doing it again after a
  /// lost answer is fine.
  void moveTo(const DeviceIdentity& next, Done done);

  /// One JSON call with the sign-in's token: GET, POST, DELETE. `data` of the envelope is the answer.
  void call(const QByteArray& method, const QString& path, const QJsonObject& body, Done done);

 signals:
  void signedIn();
  /// The server no longer knows this sign-in, or the person signed out.
  void signedOut();

 private:
  void refresh();
  void exchange(const DeviceIdentity* next, const Done& done);
  void send(const QByteArray& method, const QString& path, const QJsonObject& body, const QString& token,
            Done done);
  Done signInDone(const QString& login, Done done);
  Result<void> keep(const QJsonObject& answer, const QString& login);
  void forget();
  void settle(const Result<QString>& outcome);
  QJsonObject deviceJson(const DeviceIdentity& identity) const;

  Options m_options;
  Keychain& m_keychain;
  const DeviceIdentity& m_identity;
  const Clock& m_clock;
  QNetworkAccessManager m_network;
  std::optional<SignIn> m_signIn;
  std::vector<TokenDone> m_waiting;
  bool m_refreshing = false;
};

}  // namespace foyer::qt
