// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes.hpp"

#include <signal.h>
#include <sys/prctl.h>

#include <QElapsedTimer>
#include <QFile>
#include <stdexcept>

#include "raw_client.hpp"

namespace foyer::test {
namespace {

constexpr int kStartMs = 60'000;
constexpr int kCommandMs = 90'000;

QString program(const char* name) { return QStringLiteral(FOYER_BIN_DIR "/") + QString::fromLatin1(name); }

/// A test that aborts leaves no program behind.
void dieWithParent(QProcess& process) {
  process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

void begin(QProcess& process, const QStringList& wrapper, const QStringList& command) {
  const QStringList all = wrapper + command;
  process.start(all.first(), all.mid(1));
}

}  // namespace

ServerProcess::~ServerProcess() { kill(); }

QProcessEnvironment ServerProcess::environment() const {
  auto all = QProcessEnvironment::systemEnvironment();
  if (!m_database.isEmpty()) all.insert(QStringLiteral("FOYER_DATABASE_URL"), m_database);
  return all;
}

void ServerProcess::start() {
  m_process = std::make_unique<QProcess>();
  dieWithParent(*m_process);
  m_process->setProcessChannelMode(QProcess::MergedChannels);
  m_process->setProcessEnvironment(environment());
  begin(*m_process, m_wrapper,
        {program("foyer-server"), "serve", "--data", m_dataDir, "--port", QString::number(m_port)});
  QElapsedTimer time;
  time.start();
  QByteArray seen;
  while (time.elapsed() < kStartMs && m_process->state() != QProcess::NotRunning) {
    m_process->waitForReadyRead(200);
    seen += m_process->readAll();
    const qsizetype at = seen.indexOf("listening on port ");
    if (at < 0 || seen.indexOf('\n', at) < 0) continue;
    const qsizetype from = at + 18;
    m_port = seen.mid(from, seen.indexOf('\n', from) - from).trimmed().toInt();
    m_process->closeReadChannel(QProcess::StandardOutput);
    return;
  }
  throw std::runtime_error("the server did not start: " + seen.toStdString());
}

std::chrono::milliseconds ServerProcess::restart() {
  QElapsedTimer time;
  time.start();
  start();
  while (ask(static_cast<std::uint16_t>(m_port), "GET", "/readyz").status != 200)
    if (time.elapsed() > kStartMs) throw std::runtime_error("the server does not get ready");
  return std::chrono::milliseconds(time.elapsed());
}

qint64 ServerProcess::counted(const char* metric) const {
  const RawAnswer answer = ask(static_cast<std::uint16_t>(m_port), "GET", "/metrics");
  if (answer.status != 200) throw std::runtime_error("the server gives no measurements");
  const QByteArray name = QByteArray("\n") + metric + ' ';
  const QByteArray text = '\n' + QByteArray::fromStdString(answer.body);
  const qsizetype at = text.indexOf(name);
  if (at < 0) return 0;
  const qsizetype from = at + name.size();
  return static_cast<qint64>(text.mid(from, text.indexOf('\n', from) - from).toDouble());
}

void ServerProcess::stop() {
  if (!m_process) return;
  m_process->terminate();
  if (!m_process->waitForFinished(kStartMs)) throw std::runtime_error("the server does not stop");
  m_process.reset();
}

void ServerProcess::kill() {
  if (!m_process) return;
  m_process->kill();
  m_process->waitForFinished(kStartMs);
  m_process.reset();
}

void ServerProcess::signal(int number) const {
  if (running()) ::kill(static_cast<pid_t>(m_process->processId()), number);
}

QByteArray ServerProcess::must(const QStringList& command) const {
  QProcess process;
  process.setProcessEnvironment(environment());
  process.start(program("foyer-server"), QStringList{command.first(), "--data", m_dataDir} + command.mid(1));
  if (!process.waitForFinished(kCommandMs) || process.exitCode() != 0)
    throw std::runtime_error("foyer-server " + command.join(' ').toStdString() + ": " +
                             process.readAllStandardError().toStdString());
  return process.readAllStandardOutput();
}

QByteArray ServerProcess::exportScope(const QString& scope) const { return must({"export", scope}); }

int ServerProcess::databasePid() const {
  QFile file(m_dataDir + QStringLiteral("/postgres/data/postmaster.pid"));
  return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
}

bool ServerProcess::databaseRuns() const {
  const int pid = databasePid();
  return pid > 0 && ::kill(pid, 0) == 0;
}

ClientProcess::ClientProcess(const ServerProcess& server, QString dir, QString password)
    : m_server(server), m_dir(std::move(dir)), m_password(std::move(password)) {}

ClientProcess::~ClientProcess() { kill(); }

std::unique_ptr<QProcess> ClientProcess::make(const QStringList& arguments) const {
  auto process = std::make_unique<QProcess>();
  dieWithParent(*process);
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("FOYER_PASSWORD"), m_password);
  environment.insert(QStringLiteral("FOYER_KEY_DIR"), m_dir + QStringLiteral("-keys"));
  process->setProcessEnvironment(environment);
  QStringList all{
      program(m_program.toUtf8().constData()), "--json", "--data", m_dir, "--timeout", "60", "--server"};
  all << (m_url.isEmpty() ? m_server.url() : m_url);
  if (!m_url.isEmpty()) all << QStringLiteral("--insecure");
  foyer::test::begin(*process, m_wrapper, all + arguments);
  return process;
}

ClientProcess::Outcome ClientProcess::run(const QStringList& arguments) {
  begin(arguments);
  return finish();
}

ClientProcess::Outcome ClientProcess::must(const QStringList& arguments) {
  Outcome outcome = run(arguments);
  if (outcome.exitCode != 0)
    throw std::runtime_error("foyer " + arguments.join(u' ').toStdString() + " ended with " +
                             std::to_string(outcome.exitCode) + ": " + outcome.errors.toStdString() +
                             outcome.output.toStdString());
  return outcome;
}

void ClientProcess::begin(const QStringList& arguments) {
  kill();
  m_background = make(arguments);
}

bool ClientProcess::running() const { return m_background && !m_background->waitForFinished(1); }

QByteArray ClientProcess::listen(int ms) {
  if (!m_background) return {};
  m_background->waitForReadyRead(ms);
  return m_background->readAllStandardOutput();
}

bool ClientProcess::awaitState(const char* state, int ms) {
  QElapsedTimer time;
  time.start();
  QByteArray seen;
  while (time.elapsed() < ms) {
    seen += listen(100);
    if (seen.contains(QByteArray("\"state\":\"") + state + '"')) return true;
  }
  return false;
}

void ClientProcess::signal(int number) const {
  if (m_background) ::kill(static_cast<pid_t>(m_background->processId()), number);
}

void ClientProcess::kill() {
  if (!m_background) return;
  m_background->kill();
  m_background->waitForFinished(kCommandMs);
  m_background.reset();
}

ClientProcess::Outcome ClientProcess::finish() {
  Outcome outcome;
  if (!m_background) return outcome;
  if (m_background->state() != QProcess::NotRunning && !m_background->waitForFinished(kCommandMs))
    throw std::runtime_error("the client does not end");
  outcome.exitCode = m_background->exitStatus() == QProcess::NormalExit ? m_background->exitCode() : -1;
  outcome.output = m_background->readAllStandardOutput();
  outcome.errors = m_background->readAllStandardError();
  m_background.reset();
  return outcome;
}

}  // namespace foyer::test
