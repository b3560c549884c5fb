// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk_process.hpp"

#include <signal.h>
#include <sys/prctl.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <stdexcept>

namespace foyer::test {
namespace {

constexpr int kPatienceMs = 60'000;

}  // namespace

void KioskProcess::begin(const QStringList& more) {
  kill();
  m_process = std::make_unique<QProcess>();
  m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("FOYER_KEY_DIR"), m_dir + QStringLiteral("-keys"));
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  m_process->setProcessEnvironment(environment);
  m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
  m_process->start(
      QStringLiteral(FOYER_BIN_DIR "/foyer-kiosk"),
      QStringList{"--data", m_dir, "--server", m_server.url(), "--stdin", "--json", "--exit-on-eof",
                  "--language", "en", "--size", "1280x800", "--wait-sync", "60"} +
          more);
  if (!m_process->waitForStarted(kPatienceMs)) throw std::runtime_error("the kiosk does not start");
}

void KioskProcess::read() {
  m_partial += m_process->readAllStandardOutput();
  for (qsizetype end = 0; (end = m_partial.indexOf('\n')) >= 0; m_partial.remove(0, end + 1))
    m_said.push_back(QJsonDocument::fromJson(m_partial.left(end)).object());
}

void KioskProcess::listen(int ms) {
  if (!m_process) return;
  m_process->waitForReadyRead(ms);
  read();
}

void KioskProcess::await(const char* type) {
  const std::size_t from = m_said.size();
  QElapsedTimer time;
  time.start();
  while (time.elapsed() < kPatienceMs) {
    for (std::size_t i = from; i < m_said.size(); ++i)
      if (m_said[i]["type"].toString() == QLatin1String(type)) return;
    if (!running()) break;
    listen(100);
  }
  throw std::runtime_error(std::string("the kiosk did not say ") + type);
}

void KioskProcess::enrol(const QString& token, const QString& name) {
  begin({"--enrol", token, "--name", name});
  end();
}

void KioskProcess::start() {
  begin({});
  await("ready");
}

void KioskProcess::scan(const QString& code) {
  m_process->write(code.toUtf8() + '\n');
  m_process->waitForBytesWritten(1'000);
}

void KioskProcess::kill() {
  if (!m_process) return;
  m_process->kill();
  m_process->waitForFinished(kPatienceMs);
  read();
  m_partial.clear();  // a line that was cut off says nothing
  m_process.reset();
}

void KioskProcess::finish() {
  if (!running()) start();
  end();
}

void KioskProcess::end() {
  m_process->closeWriteChannel();
  if (!m_process->waitForFinished(2 * kPatienceMs)) throw std::runtime_error("the kiosk does not leave");
  read();
  const int status = m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
  m_process.reset();
  if (status != 0) throw std::runtime_error("the kiosk left with " + std::to_string(status));
  if (m_said.empty() || m_said.back()["type"].toString() != QLatin1String("end") ||
      m_said.back()["waiting"].toInt() != 0)
    throw std::runtime_error("the kiosk left before everything was sent");
}

QStringList KioskProcess::kept() const {
  QStringList ids;
  for (const QJsonObject& line : m_said)
    if (line["type"].toString() == QLatin1String("verdict") && line["kept"].toBool())
      ids << line["event"].toString();
  return ids;
}

}  // namespace foyer::test
