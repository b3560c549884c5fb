// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QObject>
#include <QVariant>

#include "qt/scope_list.hpp"

class QJSEngine;
class QQmlEngine;

namespace foyer::qt {

class Backend;

/// The state of sync for QML, as data; the words for it are the pages'. One per engine, owned by it; GUI
/// thread.
class SyncState : public QObject {
  Q_OBJECT
  QML_NAMED_ELEMENT(Sync)
  QML_SINGLETON
  Q_PROPERTY(QString state READ state NOTIFY stateChanged)
  Q_PROPERTY(bool stalled READ stalled NOTIFY changed)
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)
  Q_PROPERTY(int sending READ sending NOTIFY changed)
  Q_PROPERTY(int sendingOf READ sendingOf NOTIFY changed)
  Q_PROPERTY(int held READ held NOTIFY changed)
  Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
  Q_PROPERTY(QVariant offlineSince READ offlineSince NOTIFY changed)
  Q_PROPERTY(QVariant verifiedAt READ verifiedAt NOTIFY changed)
  Q_PROPERTY(QVariant nextTryAt READ nextTryAt NOTIFY changed)
  Q_PROPERTY(QString why READ why NOTIFY changed)
  Q_PROPERTY(QString whyText READ whyText NOTIFY changed)
  Q_PROPERTY(QString keyStore READ keyStore NOTIFY changed)
  Q_PROPERTY(bool paused READ paused WRITE setPaused NOTIFY pausedChanged)
  Q_PROPERTY(QAbstractListModel* scopes READ scopes CONSTANT)

 public:
  explicit SyncState(Backend* backend, QObject* parent = nullptr);
  static SyncState* create(QQmlEngine* engine, QJSEngine* scripts);

  /// "ok", "sync", "wait", "held", "fork", "off", or "stalled": connected, but nothing verified for too long.
  QString state() const;
  /// The connection was there and went silent; also while something else is more pressing.
  bool stalled() const;
  int waiting() const;
  /// Which change of how many is on its way, counted since the queue was last empty.
  int sending() const;
  int sendingOf() const { return m_peak; }
  int held() const;
  int conflicts() const;
  QVariant offlineSince() const;
  /// The oldest last check of all spaces: since then everything is known to be equal. Null when one never
  /// was.
  QVariant verifiedAt() const;
  QVariant nextTryAt() const;
  /// Code and sentence of what is wrong: with the connection, or else with the first space that waits.
  QString why() const;
  QString whyText() const;
  QString keyStore() const;
  bool paused() const { return m_paused; }
  /// Works offline until set back; kept over restarts.
  void setPaused(bool paused);
  ScopeList* scopes() { return &m_scopes; }

  /// The roles of one row of `scopes` as an object; empty when there is no such space.
  Q_INVOKABLE QVariantMap space(const QString& scope) const { return m_scopes.of(scope); }
  Q_INVOKABLE void tryNow();

 signals:
  void changed();
  void stateChanged();
  void pausedChanged();

 private:
  void update();
  const Error* reason() const;

  Backend* m_backend;  ///< not owned
  ScopeList m_scopes;
  QString m_state;
  int m_peak = 0;
  bool m_paused = false;
};

}  // namespace foyer::qt
