// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <chrono>
#include <memory>

namespace foyer::test {

/// The real server with its private PostgreSQL in a folder. Killed, with its PostgreSQL, when this goes away.
class ServerProcess {
 public:
  explicit ServerProcess(QString dataDir) : m_dataDir(std::move(dataDir)) {}
  ~ServerProcess();

  /// Starts and waits until it listens: the first time on any free port, later on the same. Throws
  /// std::runtime_error with its output otherwise.
  void start();
  /// Starts again after a kill and waits until it says that it is ready; how long that took.
  std::chrono::milliseconds restart();
  void stop();  ///< SIGTERM, and waits
  void kill();  ///< SIGKILL
  void signal(int number) const;
  /// From the next start: run through this command, which must become the server by exec.
  void wrap(const QStringList& command) { m_wrapper = command; }
  /// From the next start: this database instead of a private one, a libpq connection string.
  void useDatabase(const QString& connection) { m_database = connection; }
  int port() const { return m_port; }
  QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
  /// Whether a process with this data folder's PostgreSQL is still there.
  bool databaseRuns() const;
  int databasePid() const;  ///< of the private PostgreSQL; 0 when there is none
  bool running() const { return m_process && m_process->state() == QProcess::Running; }
  /// The output of another command on the same data; throws std::runtime_error with its complaint.
  QByteArray must(const QStringList& command) const;
  /// The server's own canonical form of a scope.
  QByteArray exportScope(const QString& scope) const;
  /// One of its counters, by its whole name at /metrics; 0 while it was never counted.
  qint64 counted(const char* metric) const;
  qint64 pid() const { return m_process ? m_process->processId() : 0; }

 private:
  QProcessEnvironment environment() const;

  QString m_dataDir;
  QString m_database;
  QStringList m_wrapper;
  std::unique_ptr<QProcess> m_process;
  int m_port = 0;
};

/// One device: the headless client with a data folder of its own.
class ClientProcess {
 public:
  ClientProcess(const ServerProcess& server, QString dir, QString password);
  ~ClientProcess();

  struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
    QJsonDocument json() const { return QJsonDocument::fromJson(output); }
  };
  /// Another build of the client from now on, on the same data.
  void useProgram(const QString& name) { m_program = name; }
  /// Runs one command to its end.
  Outcome run(const QStringList& arguments);
  /// Runs one and throws std::runtime_error unless it ends with 0.
  Outcome must(const QStringList& arguments);
  /// Starts one in the background; kill() or finish() ends it.
  void begin(const QStringList& arguments);
  bool running() const;
  void kill();
  Outcome finish();
  /// What the background command printed since the last call, waiting for more at most `ms`.
  QByteArray listen(int ms);
  /// Whether the background command, which follows live, says within `ms` that its state is this one.
  bool awaitState(const char* state, int ms);
  void signal(int number) const;  ///< to the background command
  /// From the next command: run through this one.
  void wrap(const QStringList& command) { m_wrapper = command; }
  /// From the next command: reach the server at this address, which may be another machine's.
  void reachAt(const QString& url) { m_url = url; }

 private:
  std::unique_ptr<QProcess> make(const QStringList& arguments) const;
  QStringList m_wrapper;
  QString m_url;
  const ServerProcess& m_server;
  QString m_dir;
  QString m_password;
  QString m_program = QStringLiteral("foyer");
  std::unique_ptr<QProcess> m_background;
};

}  // namespace foyer::test
