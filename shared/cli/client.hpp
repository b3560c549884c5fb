// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "output.hpp"
#include "qt/engine_driver.hpp"
#include "store/reader.hpp"

namespace foyer::cli {

/// What stands before the command.
struct Global {
  std::string data;
  std::string server;
  bool insecure = false;
  bool json = false;
  bool http = false;
  int timeoutSeconds = 30;
};

/// One data folder opened for one command: driver, reader and an event loop to wait in.
class Client {
 public:
  /// Throws Failure when the folder can't be opened.
  explicit Client(const Global& global);

  const Output& out() const { return m_out; }
  qt::EngineDriver& driver() { return *m_driver; }
  store::Store& store() { return m_driver->store(); }
  store::Reader& reader() { return *m_reader; }

  /// Runs the event loop until `done` or the time is over. Tells whether it was done.
  bool waitFor(const std::function<bool()>& done, int seconds = -1);
  /// Starts syncing and waits. Returns the exit status: kOk, kHeld, kOffline, kError.
  int syncUntil(const std::function<bool()>& done);
  /// One call to the server; throws Failure when it fails.
  QJsonObject call(const QByteArray& method, const QString& path, const QJsonObject& body);
  QJsonObject finish(const std::function<void(qt::AuthClient::Done)>& begin);

  int timeoutSeconds() const { return m_timeoutSeconds; }

  void needSignIn();
  /// Finds a scope by id or by kind when there is only one of that kind; throws Failure otherwise.
  Uuid scopeOf(const std::string& text);
  /// Where a new record of this collection goes when nothing was said.
  Uuid defaultScope(const schema::Collection& collection);
  /// A record of any collection by its id; throws Failure when there is none.
  model::Record find(const std::string& id, const std::string& collection = {});
  const schema::Collection& collectionOf(const std::string& name);
  void print(const model::Record& record);

 private:
  Output m_out;
  int m_timeoutSeconds;
  std::unique_ptr<qt::EngineDriver> m_driver;
  std::unique_ptr<store::Reader> m_reader;
};

/// The password: from FOYER_PASSWORD, from a terminal without echo, or the first line of standard input.
/// Never an argument, where other users of the machine could read it.
QString askPassword(const char* prompt);

}  // namespace foyer::cli
