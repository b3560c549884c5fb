// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QQmlParserStatus>
#include <QVariantList>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "sync/status.hpp"

namespace foyer::qt {

class Backend;

/// What happened to one record: first what this device has written and the server has not taken, then the
/// server's journal, newest first. The first part needs no network. Roles: `what` ("created", "edited",
/// "deleted", "restored"), `at`, `who`, `mine`, `state` ("", "wait", "held"), `reason`, `changes` (list of
/// {field, was, is, hidden}). GUI thread.
class RecordHistory : public QAbstractListModel, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString collection MEMBER m_collection NOTIFY subjectChanged)
  Q_PROPERTY(QString scope MEMBER m_scope NOTIFY subjectChanged)
  Q_PROPERTY(QString recordId MEMBER m_id NOTIFY subjectChanged)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(bool loading READ loading NOTIFY changed)
  Q_PROPERTY(bool more READ more NOTIFY changed)
  Q_PROPERTY(QString errorCode READ errorCode NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString mark READ mark NOTIFY changed)
  Q_PROPERTY(QString cause READ cause NOTIFY changed)
  Q_PROPERTY(QString behind READ behind NOTIFY changed)
  Q_PROPERTY(QString behindWhy READ behindWhy NOTIFY changed)
  Q_PROPERTY(QString why READ why NOTIFY changed)
  Q_PROPERTY(QString whyText READ whyText NOTIFY changed)
  Q_PROPERTY(QVariant nextTryAt READ nextTryAt NOTIFY changed)

 public:
  enum Role { what = Qt::UserRole + 1, at, who, mine, state, reason, changes };

  explicit RecordHistory(QObject* parent = nullptr);
  int count() const { return static_cast<int>(m_local.size() + m_events.size()); }
  bool loading() const { return m_loading; }
  /// The server has older ones: fetchOlder().
  bool more() const { return m_more; }
  /// Why the server's part is missing; empty when it is there.
  QString errorCode() const {
    return m_error ? QString::fromUtf8(info(m_error->code).name.data()) : QString();
  }
  /// What people call the record.
  QString title() const { return m_about.title; }
  /// "" when the server has it as it is shown, else "wait", "held" or "fork".
  QString mark() const { return m_about.mark; }
  /// Why the record is in its state: "" (the server has it), "held", "fork", "behind" (waits until another
  /// change is settled), "signedOut", "paused", "space" (the space waits: `why`), "offline" or "sending".
  QString cause() const;
  /// What people call the record whose refused change this one waits for, and why that was refused.
  QString behind() const { return m_about.behind; }
  QString behindWhy() const { return m_about.behindWhy; }
  /// Code and sentence of what keeps the space, or else the connection; empty when nothing does.
  QString why() const;
  QString whyText() const;
  /// When that is tried again (Date), or null.
  QVariant nextTryAt() const;

  Q_INVOKABLE void fetchOlder();
  /// Asks again from the beginning.
  Q_INVOKABLE void reload();

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  void classBegin() override {}
  void componentComplete() override;

 signals:
  void subjectChanged();
  void changed();

 private:
  struct Event {
    QString what;
    QDateTime at;
    QString who;
    bool mine = false;
    QString state;
    QString reason;
    QVariantList changes;
    qint64 version = 0;
  };
  /// What this device knows without anybody's help.
  struct About {
    QString title;
    QString mark;
    QString behind;
    QString behindWhy;
    bool waitsBehind = false;
    bool paused = false;
  };
  struct Local {
    About about;
    std::vector<Event> unsent;
  };
  const sync::ScopeStatus* space() const;
  const Error* keeps() const;
  void readLocal();
  void ask();
  void take(const Result<QJsonObject>& answer);
  Event eventOf(const QJsonObject& line) const;

  Backend* m_backend = nullptr;  ///< not owned
  QString m_collection;
  QString m_scope;
  QString m_id;
  About m_about;
  std::vector<Event> m_local;
  std::vector<Event> m_events;
  std::optional<Error> m_error;
  bool m_loading = false;
  bool m_more = false;
  quint64 m_question = 0;
};

}  // namespace foyer::qt
