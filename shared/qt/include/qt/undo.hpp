// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QJSValue>
#include <QObject>
#include <QString>
#include <utility>

namespace foyer::qt {

/// The last thing done that can be taken back. Offered by pages, shown by the shell's undo bar. GUI thread.
class Undo : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool active READ active NOTIFY activeChanged)
  Q_PROPERTY(bool possible READ possible NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)

 public:
  using QObject::QObject;
  bool active() const { return m_active; }
  /// False: there is only something to tell.
  bool possible() const { return m_back.isCallable(); }
  QString text() const { return m_text; }

  /// `back` is a function that takes it back, or null.
  Q_INVOKABLE void offer(const QString& text, const QJSValue& back) {
    m_text = text;
    m_back = back;
    const bool before = std::exchange(m_active, true);
    emit changed();
    if (!before) emit activeChanged();
    emit offered();
  }
  Q_INVOKABLE void run() {
    QJSValue back = m_back;
    dismiss();
    if (back.isCallable()) back.call();
  }
  Q_INVOKABLE void dismiss() {
    const bool before = std::exchange(m_active, false);
    m_back = QJSValue();
    emit changed();
    if (before) emit activeChanged();
  }

 signals:
  void changed();
  void activeChanged();
  void offered();  ///< also when another one was shown before

 private:
  bool m_active = false;
  QString m_text;
  QJSValue m_back;
};

}  // namespace foyer::qt
