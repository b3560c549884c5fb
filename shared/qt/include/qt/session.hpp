// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <optional>

#include "base/result.hpp"

class QJSEngine;
class QQmlEngine;

namespace foyer::qt {

class Backend;

/// The person at this device, for QML. One per engine, owned by it; GUI thread.
class Session : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool signedIn READ signedIn NOTIFY changed)
  Q_PROPERTY(QString account READ account NOTIFY changed)
  Q_PROPERTY(QString personScope READ account NOTIFY changed)
  Q_PROPERTY(QString email READ email NOTIFY changed)
  Q_PROPERTY(QString displayName READ displayName NOTIFY changed)
  Q_PROPERTY(QString serverUrl READ serverUrl NOTIFY changed)
  Q_PROPERTY(int adopted READ adopted NOTIFY changed)
  Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
  Q_PROPERTY(QString errorCode READ errorCode NOTIFY errorChanged)
  Q_PROPERTY(QString errorField READ errorField NOTIFY errorChanged)
  Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)

 public:
  explicit Session(Backend* backend, QObject* parent = nullptr);
  static Session* create(QQmlEngine* engine, QJSEngine* scripts);

  bool signedIn() const;
  QString account() const;
  QString email() const;
  QString displayName() const;
  QString serverUrl() const;
  /// Records made on this device before the last sign-in that are the account's now.
  int adopted() const;
  bool busy() const { return m_busy; }
  QString errorCode() const;
  QString errorField() const;
  QString errorText() const;

  Q_INVOKABLE void signUp(const QString& email, const QString& password, const QString& name);
  Q_INVOKABLE void signIn(const QString& login, const QString& password);
  Q_INVOKABLE void signOut();

 signals:
  void changed();
  void busyChanged();
  void errorChanged();
  void signedInNow();
  void refused(const QString& code, const QString& field, const QString& message);

 private:
  void begin();
  void finish(const Result<QJsonObject>& answer);

  Backend* m_backend;  ///< not owned, outlives the engine
  bool m_busy = false;
  std::optional<Error> m_error;
};

}  // namespace foyer::qt
