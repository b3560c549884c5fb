// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <functional>
#include <memory>
#include <vector>

#include "processes.hpp"

namespace foyer::test {

/// The real kiosk with a data folder of its own, fed with codes and read line by line. Draws without a
/// screen.
class KioskProcess {
 public:
  KioskProcess(const ServerProcess& server, QString dir) : m_server(server), m_dir(std::move(dir)) {}
  ~KioskProcess() { kill(); }

  /// Runs until it has enrolled and holds a checked copy of its gate. Throws std::runtime_error otherwise.
  void enrol(const QString& token, const QString& name);
  /// Starts it and waits until it has its roster.
  void start();
  void scan(const QString& code);
  /// Reads what it said so far, waiting for more at most `ms`.
  void listen(int ms);
  bool running() const { return m_process && m_process->state() == QProcess::Running; }
  void kill();  ///< SIGKILL; what it said before is read
  /// Closes the codes and waits until it has sent everything and left. Throws std::runtime_error otherwise.
  void finish();

  /// Everything it said since it was made, over all runs.
  const std::vector<QJsonObject>& said() const { return m_said; }
  /// Ids of the events that it called kept.
  QStringList kept() const;
  const QString& dir() const { return m_dir; }

 private:
  void begin(const QStringList& more);
  void read();
  void await(const char* type);
  void end();

  const ServerProcess& m_server;
  QString m_dir;
  std::unique_ptr<QProcess> m_process;
  QByteArray m_partial;
  std::vector<QJsonObject> m_said;
};

}  // namespace foyer::test
