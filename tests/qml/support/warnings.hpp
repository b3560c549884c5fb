// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QStringList>
#include <QtGlobal>

/// Collects every warning printed while it lives, from any thread; a test fails on what is left in it.
class Warnings {
 public:
  Warnings() { s_previous = qInstallMessageHandler(&Warnings::handle); }
  ~Warnings() { qInstallMessageHandler(s_previous); }
  Warnings(const Warnings&) = delete;
  Warnings& operator=(const Warnings&) = delete;

  [[nodiscard]] static QStringList take() {
    const QMutexLocker lock(&s_mutex);
    QStringList taken = s_lines;
    s_lines.clear();
    return taken;
  }

 private:
  static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const bool platform = text.contains(QStringLiteral("XDG_RUNTIME_DIR")) ||
                          text.startsWith(QStringLiteral("This plugin does not support"));
    if (type != QtDebugMsg && type != QtInfoMsg && !platform) {
      const QMutexLocker lock(&s_mutex);
      s_lines.append(text);
    }
    if (s_previous) s_previous(type, context, text);
  }

  inline static QtMessageHandler s_previous = nullptr;
  inline static QMutex s_mutex;
  inline static QStringList s_lines;
};
