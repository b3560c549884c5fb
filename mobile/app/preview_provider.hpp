// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickAsyncImageProvider>
#include <QThreadPool>
#include <filesystem>

class QQmlEngine;

namespace foyer::mobile {

/// `image://photo/<scope>/<photo>`: the hotpreview out of the local database;
/// `image://photo/<scope>/<photo>/large`: the original, reduced, if it lies on this device, else nothing.
/// Reads and decodes on threads of its own. Owned by the engine.
class PreviewProvider : public QQuickAsyncImageProvider {
 public:
  explicit PreviewProvider(std::filesystem::path database);
  ~PreviewProvider() override;
  /// For the engine's backend; call after Backend::install().
  static void install(QQmlEngine& engine);

  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requested) override;

 private:
  std::filesystem::path m_database;
  QThreadPool m_small;  ///< one thread: a grid asks for many, each takes less than a millisecond
  QThreadPool m_large;
};

}  // namespace foyer::mobile
