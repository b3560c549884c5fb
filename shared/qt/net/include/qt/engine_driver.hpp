// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "qt/auth_client.hpp"
#include "qt/device_identity.hpp"
#include "qt/keychain.hpp"
#include "store/store.hpp"
#include "sync/engine.hpp"

namespace foyer::qt {

/// Owns everything that works in the background of one data folder: keychain, identity, database, sign-in,
/// channel and engine. Lives on one thread with an event loop (a worker thread in the apps, the main thread
/// in the headless client); whoever is elsewhere posts a function to it. Signals are safe to connect across
/// threads.
class EngineDriver : public QObject {
  Q_OBJECT

 public:
  enum class Transport { live, http };
  struct Options {
    std::filesystem::path dataDir;  ///< made if missing; holds foyer.sqlite
    QUrl server;                    ///< empty: the one remembered, or none yet
    bool insecure = false;          ///< allow plain http outside loopback, for laboratories
    QString app;                    ///< "Foyer 0.1.0 (phone)"
    QString deviceName;             ///< what people call this device; empty: `app`
    Transport transport = Transport::live;
    bool fullSync = true;          ///< PRAGMA synchronous=FULL
    const Clock* clock = nullptr;  ///< not owned; the system's when null
  };
  struct Opened {
    bool rebuilt = false;       ///< the database was damaged and set aside
    std::int64_t salvaged = 0;  ///< unsent changes carried over
  };

  explicit EngineDriver(Options options, QObject* parent = nullptr);
  ~EngineDriver() override;

  /// Opens the database, reads identity and sign-in. Call once, on the thread it lives on, before the rest.
  Result<Opened> open();

  store::Store& store();
  sync::Engine& engine();
  AuthClient& auth();
  Keychain& keychain();
  const DeviceIdentity& identity() const;
  const Clock& clock() const;  ///< as corrected by the server's

  /// This device's account; made when first asked for, together with its unconfirmed person scope: the app
  /// works before anybody signs in.
  Uuid account();
  /// Records made before the last sign-in that are the account's now.
  std::int64_t adopted() const;
  QUrl server() const;
  /// Before the status is read without an event loop having run: open conflicts are counted now.
  void countConflicts();
  std::uint64_t bytesReceived() const;  ///< of sync messages, since open()
  /// Another server, to be followed by a sign-in. Refuses what is neither https nor loopback.
  Result<void> setServer(const QUrl& server);

 public slots:
  /// Wants to be connected from now on, whenever there is a sign-in.
  void start();
  void stop();
  void tryNow();
  /// Something changed in the outbox that no row tells of (a held change retried or discarded). Ordinary
  /// writes to the store are noticed without this and sent at once.
  void outboxChanged();

 signals:
  void statusChanged(const foyer::sync::Status& status);
  /// Exactly the rows whose shown value changed.
  void rowsChanged(const std::vector<foyer::store::Change>& rows);
  void signedIn();
  /// By this person, or because the server no longer knows the sign-in. The data stays.
  void signedOut();

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace foyer::qt

Q_DECLARE_METATYPE(foyer::sync::Status)
Q_DECLARE_METATYPE(std::vector<foyer::store::Change>)
