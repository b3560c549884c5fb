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

 public:
  enum Role { what = Qt::UserRole + 1, at, who, mine, state, reason, changes };

  explicit RecordHistory(QObject* parent = nullptr);
  int count() const { return static_cast<int>(m_local.size() + m_events.size()); }
  bool loading() const { return m_loading; }
  /// The server has older ones: fetchMore().
  bool more() const { return m_more; }
  /// Why the server's part is missing; empty when it is there.
  QString errorCode() const {
    return m_error ? QString::fromUtf8(info(m_error->code).name.data()) : QString();
  }
  /// What people call the record.
  QString title() const { return m_title; }
  /// "" when the server has it as it is shown, else "wait", "held" or "fork".
  QString mark() const { return m_mark; }

  Q_INVOKABLE void fetchMore();
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
  struct Local {
    QString title;
    QString mark;
    std::vector<Event> unsent;
  };
  void readLocal();
  void ask();
  void take(const Result<QJsonObject>& answer);
  Event eventOf(const QJsonObject& line) const;

  Backend* m_backend = nullptr;  ///< not owned
  QString m_collection;
  QString m_scope;
  QString m_id;
  QString m_title;
  QString m_mark;
  std::vector<Event> m_local;
  std::vector<Event> m_events;
  std::optional<Error> m_error;
  bool m_loading = false;
  bool m_more = false;
  quint64 m_question = 0;
};

}  // namespace foyer::qt
