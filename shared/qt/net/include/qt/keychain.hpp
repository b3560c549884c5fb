// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <filesystem>
#include <optional>

namespace foyer::qt {

/// Small secrets of one data folder: the device's key and the sign-in tokens. They lie in the platform's
/// keychain, never in the database or the data folder, so that a copied folder is not a copied device.
/// Without a keychain they lie in a file that only this user can read, outside the data folder, and where()
/// says so. Blocks for a moment; used on the worker thread only.
class Keychain {
 public:
  enum class Place { platform, file };

  /// `dataDir` is what the secrets belong to. FOYER_KEY_DIR in the environment forces files in that folder.
  explicit Keychain(const std::filesystem::path& dataDir);

  std::optional<QByteArray> read(const QString& name);
  /// False when the secret could not be kept anywhere.
  bool write(const QString& name, const QByteArray& secret);
  void remove(const QString& name);

  Place place() const { return m_place; }
  /// For the status: "the system keychain" or the file's path.
  QString where() const;

 private:
  QString service() const;
  std::filesystem::path fileOf(const QString& name) const;
  std::optional<QByteArray> readFile(const QString& name) const;
  bool writeFile(const QString& name, const QByteArray& secret);

  std::filesystem::path m_dataDir;
  std::filesystem::path m_keyDir;
  QString m_binding;  ///< which folder on which file system; a copy elsewhere has another one
  Place m_place = Place::platform;
};

}  // namespace foyer::qt
