// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/keychain.hpp"

#include <qt6keychain/keychain.h>
#include <sys/stat.h>

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::qt {
namespace {

std::string hashed(const std::string& text) {
  const auto digest = crypto::digest128(asBytes(text), "foyer-keys");
  return toHex(digest);
}

/// Runs a keychain job to its end. Its answer comes by D-Bus or from the system's own service.
bool finish(QKeychain::Job& job) {
  QEventLoop loop;
  job.setAutoDelete(false);
  QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
  job.start();
  loop.exec(QEventLoop::ExcludeUserInputEvents);
  return job.error() == QKeychain::NoError;
}

bool platformUsable() {
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
  if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) return false;
#endif
  return true;
}

}  // namespace

Keychain::Keychain(const std::filesystem::path& dataDir)
    : m_dataDir(std::filesystem::weakly_canonical(dataDir)) {
  struct stat info {};
  const std::string path = m_dataDir.string();
  if (::stat(path.c_str(), &info) != 0) info = {};
  m_binding = QString::fromStdString(
      hashed(path + '\n' + std::to_string(info.st_dev) + '\n' + std::to_string(info.st_ino)));
  const QString forced = qEnvironmentVariable("FOYER_KEY_DIR");
  const QString base =
      QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/foyer/keys");
  m_keyDir = std::filesystem::path((forced.isEmpty() ? base : forced).toStdString()) / hashed(path);
  if (!forced.isEmpty() || !platformUsable()) m_place = Place::file;
}

QString Keychain::service() const { return QStringLiteral("foyer/") + m_binding; }

QString Keychain::where() const {
  return m_place == Place::platform ? QStringLiteral("the system keychain")
                                    : QString::fromStdString(m_keyDir.string());
}

std::filesystem::path Keychain::fileOf(const QString& name) const { return m_keyDir / name.toStdString(); }

std::optional<QByteArray> Keychain::readFile(const QString& name) const {
  QFile file(QString::fromStdString(fileOf(name).string()));
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  const QByteArray content = file.readAll();
  const qsizetype line = content.indexOf('\n');
  if (line < 0 || content.left(line) != m_binding.toUtf8()) return std::nullopt;
  return content.mid(line + 1);
}

bool Keychain::writeFile(const QString& name, const QByteArray& secret) {
  std::error_code failed;
  std::filesystem::create_directories(m_keyDir, failed);
  if (failed) return false;
  std::filesystem::permissions(m_keyDir, std::filesystem::perms::owner_all, failed);
  QSaveFile file(QString::fromStdString(fileOf(name).string()));
  if (!file.open(QIODevice::WriteOnly)) return false;
  file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
  file.write(m_binding.toUtf8() + '\n' + secret);
  return file.commit();
}

std::optional<QByteArray> Keychain::read(const QString& name) {
  if (auto secret = readFile(name)) {
    m_place = Place::file;
    return secret;
  }
  if (m_place == Place::file) return std::nullopt;
  QKeychain::ReadPasswordJob job(service());
  job.setKey(name);
  if (finish(job)) return job.binaryData();
  if (job.error() != QKeychain::EntryNotFound) m_place = Place::file;
  return std::nullopt;
}

bool Keychain::write(const QString& name, const QByteArray& secret) {
  if (m_place == Place::platform) {
    QKeychain::WritePasswordJob job(service());
    job.setKey(name);
    job.setBinaryData(secret);
    if (finish(job)) return true;
    m_place = Place::file;
  }
  return writeFile(name, secret);
}

void Keychain::remove(const QString& name) {
  std::error_code ignored;
  std::filesystem::remove(fileOf(name), ignored);
  if (m_place == Place::file) return;
  QKeychain::DeletePasswordJob job(service());
  job.setKey(name);
  finish(job);
}

}  // namespace foyer::qt
