// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QVariantList>
#include <memory>

#include "photos/import.hpp"

class QJSEngine;
class QQmlEngine;

namespace foyer::qt {

class Backend;
class ImportHost;
struct ImportNews;

/// The import of photos that runs on this device: one at a time. An interrupted one goes on by itself when
/// the program starts. One per engine, owned by it; GUI thread.
class PhotoImport : public QObject {
  Q_OBJECT
  QML_NAMED_ELEMENT(Imports)
  QML_SINGLETON
  Q_PROPERTY(QString session READ session NOTIFY changed)
  /// "" (none), "scanning", "running", "paused", "done" until it is dismissed.
  Q_PROPERTY(QString phase READ phase NOTIFY changed)
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(int total READ total NOTIFY changed)
  Q_PROPERTY(int handled READ handled NOTIFY changed)
  Q_PROPERTY(int taken READ taken NOTIFY changed)
  Q_PROPERTY(int known READ known NOTIFY changed)
  Q_PROPERTY(int damaged READ damaged NOTIFY changed)
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)
  Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
  /// Why it pauses by itself; empty when a person paused it.
  Q_PROPERTY(QString problem READ problem NOTIFY changed)
  /// Files that could not be taken: {name, folder, reason}, the first thousand.
  Q_PROPERTY(QVariantList damagedFiles READ damagedFiles NOTIFY damagedChanged)

 public:
  explicit PhotoImport(Backend* backend, QObject* parent = nullptr);
  ~PhotoImport() override;
  static PhotoImport* create(QQmlEngine* engine, QJSEngine* scripts);

  QString session() const;
  QString phase() const;
  QString name() const { return m_name; }
  int total() const { return static_cast<int>(m_progress.counts.total()); }
  int handled() const { return static_cast<int>(m_progress.counts.done()); }
  int taken() const { return static_cast<int>(m_progress.counts.taken); }
  int known() const { return static_cast<int>(m_progress.counts.known); }
  int damaged() const { return static_cast<int>(m_progress.counts.damaged); }
  int waiting() const { return static_cast<int>(m_progress.counts.waiting); }
  int secondsLeft() const { return static_cast<int>(m_progress.secondsLeft); }
  QString problem() const;
  QVariantList damagedFiles() const { return m_damaged; }

  /// Folders and files, as a dialog gives them. `name` is what the session is called.
  Q_INVOKABLE void start(const QList<QUrl>& from, const QString& name);
  Q_INVOKABLE void pause();
  Q_INVOKABLE void resume();
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void retryDamaged();
  /// A finished one is no longer shown.
  Q_INVOKABLE void dismiss();

 signals:
  void changed();
  void damagedChanged();
  void refused(const QString& message);

 private:
  void takeUp();
  void act(void (photos::Import::*what)());
  void show(const ImportNews& news);

  Backend* m_backend;  ///< not owned
  std::shared_ptr<ImportHost> m_host;
  bool m_shown = false;
  QString m_scope;
  QString m_name;
  photos::Import::Progress m_progress;
  QVariantList m_damaged;
};

}  // namespace foyer::qt
