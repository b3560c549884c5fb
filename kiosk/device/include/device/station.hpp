// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <QUrl>
#include <filesystem>
#include <memory>

#include "base/clock.hpp"
#include "checkin/checkin.hpp"
#include "device/gate_update.hpp"
#include "qt/engine_driver.hpp"

namespace foyer::kiosk {

/// The kiosk's background: database, sign-in and sync on one thread, reading of the gate on another. Used
/// from the GUI thread, which never waits for it; signals come on that thread.
class Station : public QObject, public EventSink {
  Q_OBJECT

 public:
  struct Options {
    std::filesystem::path dataDir;
    QUrl server;
    bool insecure = false;
    bool offline = false;          ///< never connect
    const Clock* clock = nullptr;  ///< not owned
    /// The clock was given by whoever tests: believe it, not the server's.
    bool clockGiven = false;
  };
  /// Who this device is, known once the database is open.
  struct Opened {
    Uuid device;
    crypto::SecretKey key;
    bool signedIn = false;
    QString server;
    std::optional<std::int64_t> offsetMs;  ///< server minus device, from an earlier run
  };

  explicit Station(Options options, QObject* parent = nullptr);
  ~Station() override;

  void open();
  void commit(const SignedEvent& event, std::function<void(Result<void>)> done) override;
  void enrol(const QString& server, const QString& token, const QString& name);
  void tryNow();

 signals:
  void opened(const foyer::kiosk::Station::Opened& who);
  void openFailed(const QString& why);
  /// Signed in or out.
  void enrolled(bool yes);
  /// Wire name of the error, empty when it worked.
  void enrolOutcome(const QString& code);
  void gateRead(const foyer::kiosk::GateUpdate& update);
  void syncChanged(const QString& state, int waiting, bool connected);
  /// The server was asked for the time: server minus device.
  void offsetMeasured(qint64 offsetMs);

 private:
  struct Background;
  void readGate();
  void noticeChanges(const std::vector<store::Change>& rows);
  void noticeStatus(const sync::Status& status);

  Options m_options;
  QThread m_driverThread, m_readerThread;
  std::unique_ptr<Background> m_background;
};

}  // namespace foyer::kiosk
