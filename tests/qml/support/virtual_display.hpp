// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>

/// A private X server with software OpenGL for programs that a test starts: what users see, not what the
/// offscreen platform paints. The server picks a free display number itself and ends with this object.
class VirtualDisplay {
 public:
  explicit VirtualDisplay(const QString& size = QStringLiteral("2600x2200x24")) {
    m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"});
    while (m_number.isEmpty() && m_server.waitForReadyRead(15000)) m_number = m_server.readLine().trimmed();
  }
  ~VirtualDisplay() {
    m_server.terminate();
    if (!m_server.waitForFinished(5000)) m_server.kill();
    m_server.waitForFinished(1000);
  }
  VirtualDisplay(const VirtualDisplay&) = delete;
  VirtualDisplay& operator=(const VirtualDisplay&) = delete;

  [[nodiscard]] bool running() const { return !m_number.isEmpty(); }

  /// The environment for a program that shall draw here.
  [[nodiscard]] QProcessEnvironment environment() const {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert("DISPLAY", QString(":%1").arg(QString::fromLatin1(m_number)));
    all.insert("QT_QPA_PLATFORM", "xcb");
    all.insert("LIBGL_ALWAYS_SOFTWARE", "1");
    all.remove("QT_QUICK_BACKEND");
    all.remove("WAYLAND_DISPLAY");
    return all;
  }

 private:
  QProcess m_server;
  QByteArray m_number;
};
