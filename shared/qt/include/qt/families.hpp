// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <functional>

#include "base/result.hpp"

class QJSEngine;
class QQmlEngine;

namespace foyer::qt {

class Backend;

/// Who is in a family is decided by the server, online. One per engine, owned by it; GUI thread.
class Families : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

 public:
  explicit Families(Backend* backend, QObject* parent = nullptr);
  static Families* create(QQmlEngine* engine, QJSEngine* scripts);
  bool busy() const { return m_calls > 0; }

  Q_INVOKABLE void invite(const QString& scope, const QString& email, const QString& role);
  Q_INVOKABLE void accept(const QString& token);
  Q_INVOKABLE void decline(const QString& token);
  Q_INVOKABLE void leave(const QString& scope);
  Q_INVOKABLE void removeMember(const QString& scope, const QString& account);

 signals:
  void busyChanged();
  void invited(const QString& token);
  void joined(const QString& scope);
  void left(const QString& scope);
  void refused(const QString& code, const QString& field, const QString& message);

 private:
  void call(const QByteArray& method, const QString& path, const QJsonObject& body,
            std::function<void(const QJsonObject&)> done);

  Backend* m_backend;  ///< not owned
  int m_calls = 0;
};

}  // namespace foyer::qt
